import type { common as commonEn } from '../en/common.ts';
import type { Swedish } from '../texts.ts';
/** Words that several screens share. */
export const common: Swedish<typeof commonEn> = {
  environment: { test: 'Test', production: 'Produktion' },
  cancel: 'Avbryt',
  close: 'Stäng',
  back: 'Tillbaka',
  save: 'Spara',
  edit: 'Redigera…',
  tryAgain: 'Försök igen',
  removeFromThisComputer: 'Ta bort från den här datorn…',
  cannotRemove: 'Det går inte att ta bort just nu',
  none: 'inga',
  unsaved: {
    title: 'Vill du lämna utan att spara?',
    text: 'Det du har skrivit är inte sparat.',
    discard: 'Lämna utan att spara',
    keep: 'Fortsätt skriva',
  },
  opening: 'Öppnar…',
};
