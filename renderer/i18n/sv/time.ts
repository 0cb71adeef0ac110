import type { time as timeEn } from '../en/time.ts';
import type { Swedish } from '../texts.ts';
/** Times; the numbers and units themselves come from Intl. */
export const time: Swedish<typeof timeEn> = {
  inBrackets: '{{time}} ({{relative}})',
};
