import type { Language } from '../../../electron/contract/language.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';

type Authority = ProfileView['authority'];

/**
 * The authorities as a language's users meet them: those of the first row first, side by side; the others are there, one
 * press away.
 */
export const authorityOrder: Readonly<Record<Language, ReadonlyArray<readonly Authority[]>>> = {
  en: [['anaf', 'skatteverket']],
  ro: [['anaf'], ['skatteverket']],
  sv: [['skatteverket'], ['anaf']],
};
