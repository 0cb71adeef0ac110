import type { common as commonEn } from '../en/common.ts';
import type { Romanian } from '../texts.ts';
/** Words that several screens share. */
export const common: Romanian<typeof commonEn> = {
  environment: { test: 'Test', production: 'Producție' },
  cancel: 'Anulează',
  close: 'Închide',
  back: 'Înapoi',
  save: 'Salvează',
  edit: 'Modifică…',
  tryAgain: 'Încearcă din nou',
  removeFromThisComputer: 'Elimină de pe acest calculator…',
  cannotRemove: 'Nu se poate elimina acum',
  none: 'niciunul',
  unsaved: {
    title: 'Renunțați la ce ați scris?',
    text: 'Modificările nu au fost salvate.',
    discard: 'Renunță',
    keep: 'Continuă editarea',
  },
  opening: 'Se deschide…',
};
