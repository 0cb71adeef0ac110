import type { crash as crashEn } from '../en/crash.ts';
import type { Swedish } from '../texts.ts';
/** The last resort when a screen cannot be drawn. */
export const crash: Swedish<typeof crashEn> = {
  title: 'Den här sidan gick inte att visa',
  text: 'Ett fel i Taxpass. Konton, certifikat och tokens påverkas inte.',
  reload: 'Visa den igen',
};
