import type { time as timeEn } from '../en/time.ts';
import type { Romanian } from '../texts.ts';
/** Times; the numbers and units themselves come from Intl. */
export const time: Romanian<typeof timeEn> = {
  inBrackets: '{{time}} ({{relative}})',
};
