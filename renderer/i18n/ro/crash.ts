import type { crash as crashEn } from '../en/crash.ts';
import type { Romanian } from '../texts.ts';
/** The last resort when a screen cannot be drawn. */
export const crash: Romanian<typeof crashEn> = {
  title: 'Acest ecran nu a putut fi afișat',
  text: 'O eroare în Taxpass. Conturile, certificatele și tokenurile nu sunt afectate.',
  reload: 'Afișează din nou',
};
