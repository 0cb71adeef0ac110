import { accountDialogScreens, accountScreens } from './account-screens.ts';
import { boardScreens } from './board-screens.ts';
import { firstScreens, realScreens } from './first-run-screens.ts';
import { pageScreens } from './page-screens.ts';
import type { Screen } from './screen.ts';
import { settingsScreens, settledScreens } from './settings-screens.ts';
import { signInScreens } from './sign-in-screens.ts';
import { claimsScreens, requestScreens } from './tab-screens.ts';
import { takenOverScreens, takeOverScreens } from './take-over-screens.ts';
import { vaultScreens } from './vault-screens.ts';

/** Everything once there are accounts, in the order a person comes by; what leaves something behind comes last. */
export const screens: readonly Screen[] = [
  ...boardScreens,
  ...accountScreens,
  ...claimsScreens,
  ...requestScreens,
  ...accountDialogScreens,
  ...signInScreens,
  ...takeOverScreens,
  ...pageScreens,
  ...settingsScreens,
  ...vaultScreens,
  ...takenOverScreens,
  ...settledScreens,
];

/** All there are, in the order they are walked. */
export const allScreens: readonly Screen[] = [...realScreens, ...firstScreens, ...screens];

/** What is looked at with the system's contrast settings too. */
export const mainScreens = ['board', 'account-anaf', 'sign-in-anaf-certificate', 'settings', 'vault-locked'] as const;
export type MainScreen = (typeof mainScreens)[number];
