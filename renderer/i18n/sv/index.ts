import type { en } from '../en/index.ts';
import type { Swedish } from '../texts.ts';
import { claims } from './claims.ts';
import { certificateWarnings } from './certificates.ts';
import { checks } from './checks.ts';
import { companies } from './companies.ts';
import { compromised } from './compromised.ts';
import { device } from './device.ts';
import { explained } from './explained.ts';
import { explanations } from './explanations.ts';
import { failureNote, failureParts } from './failure-parts.ts';
import { failures } from './failures.ts';
import { first } from './first.ts';
import { firstRun, help } from './first-run.ts';
import { handOver } from './hand-over.ts';
import { reading } from './reading.ts';
import { holders } from './holders.ts';
import { requests } from './requests.ts';
import { support } from './support.ts';
import { transfer } from './transfer.ts';
import { vault } from './vault.ts';

/** Every sentence of the window, in Swedish. */
export const sv: Swedish<typeof en> = {
  ...first,
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
