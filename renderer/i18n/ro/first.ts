import { accounts } from './accounts.ts';
import { activity } from './activity.ts';
import { applications } from './applications.ts';
import { authorities, profiles } from './profiles.ts';
import { board, navigation } from './board.ts';
import { certificates } from './certificates.ts';
import { common } from './common.ts';
import { crash } from './crash.ts';
import { practice } from './practice.ts';
import { renewals } from './renewals.ts';
import { notices } from './notices.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { takeOver } from './take-over.ts';
import { time } from './time.ts';

/** The parts that the first account rows need, and what is said outside of drawing: the rest is read after them. */
export const first = {
  accounts,
  activity,
  applications,
  authorities,
  board,
  certificates,
  common,
  crash,
  navigation,
  notices,
  practice,
  profiles,
  renewals,
  settings,
  signIn,
  takeOver,
  time,
} as const;
