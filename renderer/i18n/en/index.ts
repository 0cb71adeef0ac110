import { accounts } from './accounts.ts';
import { applications } from './applications.ts';
import { authorities, profiles } from './profiles.ts';
import { claims } from './claims.ts';
import { certificates, certificateWarnings } from './certificates.ts';
import { common } from './common.ts';
import { crash } from './crash.ts';
import { explanations } from './explanations.ts';
import { failureNote, failureParts, failures } from './failures.ts';
import { firstRun, practice } from './practice.ts';
import { requests } from './requests.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { time } from './time.ts';
import { vault } from './vault.ts';

/** Every sentence of the window, in English: the catalogue the others follow. */
export const en = {
  accounts,
  applications,
  authorities,
  certificates,
  certificateWarnings,
  claims,
  common,
  crash,
  explanations,
  failureNote,
  failureParts,
  failures,
  firstRun,
  practice,
  profiles,
  requests,
  settings,
  signIn,
  time,
  vault,
} as const;
