import { claims } from './claims.ts';
import { certificateWarnings } from './certificate-warnings.ts';
import { checks } from './checks.ts';
import { companies } from './companies.ts';
import { compromised } from './compromised.ts';
import { device } from './device.ts';
import { explained } from './explained.ts';
import { explanations } from './explanations.ts';
import { failureNote, failureParts } from './failure-parts.ts';
import { failures } from './failures.ts';
import { firstRun, help } from './first-run.ts';
import { handOver } from './hand-over.ts';
import { reading } from './reading.ts';
import { holders } from './holders.ts';
import { requests } from './requests.ts';
import { support } from './support.ts';
import { transfer } from './transfer.ts';
import { vault } from './vault.ts';

/** What the window says besides `first.ts`; it is read once the first account rows are there. */
export const rest = {
  certificateWarnings,
  checks,
  claims,
  companies,
  compromised,
  device,
  explained,
  explanations,
  failureNote,
  failureParts,
  failures,
  firstRun,
  handOver,
  help,
  holders,
  reading,
  requests,
  support,
  transfer,
  vault,
};
