import type { device as deviceEn } from '../en/device.ts';
import type { Romanian } from '../texts.ts';
/** What a sign-in with a certificate on a hardware token, or in the system's store, asks while it goes on. */
export const device: Romanian<typeof deviceEn> = {
  certificate: {
    legend: 'Ce certificat se prezintă la {{host}}?',
    issued: '{{issuer}} · valabil până la {{time}}',
    serial: 'Număr de serie {{serialNumber}}',
    unfit: {
      expired: 'Expirat: nu mai poate fi folosit.',
      'not-yet-valid': 'Încă nevalabil: poate fi folosit de la {{time}}.',
      'not-offered': 'Indisponibil: nu este pe tokenul introdus sau {{host}} nu îl acceptă.',
    },
    hint: 'Lipsește vreunul? Anulați, introduceți tokenul lui și autentificați-vă din nou.',
    show: 'Autentificare cu acest certificat',
  },
  pin: {
    intro: 'Tokenul „{{tokenName}}” cere PIN-ul.',
    label: 'PIN-ul tokenului USB',
    empty: 'Scrieți PIN-ul tokenului USB.',
    wrong: 'PIN-ul a fost greșit.',
    triesLeft_one:
      'A mai rămas o încercare până la încheierea acestei autentificări. Tokenul se blochează după câteva PIN-uri greșite.',
    triesLeft_few:
      'Au mai rămas {{count}} încercări până la încheierea acestei autentificări. Tokenul se blochează după câteva PIN-uri greșite.',
    triesLeft_other:
      'Au mai rămas {{count}} de încercări până la încheierea acestei autentificări. Tokenul se blochează după câteva PIN-uri greșite.',
    staysOpen:
      'PIN-ul se transmite tokenului și nu se păstrează. Tokenul rămâne apoi deschis pentru Taxpass până când este scos sau până când închideți Taxpass.',
    skip: 'Nu acest token',
    unlock: 'Deblochează tokenul',
  },
  /** What was asked before this window was there. */
  waits: {
    title: 'O autentificare la {{authority}} cu „{{application}}” așteaptă un răspuns.',
    answer: 'Răspunde…',
  },
};
