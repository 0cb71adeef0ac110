import type { en } from '../en/index.ts';
import type { Swedish } from '../texts.ts';
import { accounts } from './accounts.ts';
import { activity } from './activity.ts';
import { applications } from './applications.ts';
import { authorities, profiles } from './profiles.ts';
import { board, navigation } from './board.ts';
import { claims } from './claims.ts';
import { certificates, certificateWarnings } from './certificates.ts';
import { checks } from './checks.ts';
import { common } from './common.ts';
import { companies } from './companies.ts';
import { compromised } from './compromised.ts';
import { crash } from './crash.ts';
import { device } from './device.ts';
import { explained } from './explained.ts';
import { explanations } from './explanations.ts';
import { failureNote, failureParts } from './failure-parts.ts';
import { failures } from './failures.ts';
import { firstRun, help } from './first-run.ts';
import { practice } from './practice.ts';
import { handOver } from './hand-over.ts';
import { reading } from './reading.ts';
import { renewals } from './renewals.ts';
import { notices } from './notices.ts';
import { holders } from './holders.ts';
import { requests } from './requests.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { support } from './support.ts';
import { takeOver } from './take-over.ts';
import { time } from './time.ts';
import { transfer } from './transfer.ts';
import { vault } from './vault.ts';

/** Every sentence of the window, in Swedish. */
export const sv: Swedish<typeof en> = {
  accounts,
  activity,
  applications,
  authorities,
  board,
  certificates,
  certificateWarnings,
  checks,
  claims,
  common,
  companies,
  compromised,
  crash,
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
  navigation,
  notices,
  practice,
  profiles,
  reading,
  renewals,
  requests,
  settings,
  signIn,
  support,
  takeOver,
  time,
  transfer,
  vault,
};
