import { z } from 'zod';
import { Language } from './language.ts';

/** What the user chose for the program. */
export const SettingsView = z.strictObject({
  language: Language,
  theme: z.enum(['system', 'light', 'dark']),
  /** With its window closed the program goes on renewing, and is reached by its tray icon. */
  staysInTray: z.boolean(),
  /** The program starts, without a window, when its user logs in. */
  startsAtLogin: z.boolean(),
});
export type SettingsView = z.infer<typeof SettingsView>;
