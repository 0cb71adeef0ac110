import type { support as supportEn } from '../en/support.ts';
import type { Romanian } from '../texts.ts';
/** The record of a sign-in that somebody can be sent. */
export const support: Romanian<typeof supportEn> = {
  open: 'Raport pentru asistență…',
  title: 'Raportul acestei autentificări',
  what: 'Pentru cine trebuie să afle cum a decurs o autentificare: ce servere au răspuns, ce și când. Nu conține secrete, tokenuri, coduri sau PIN-uri, nici valorile trimise, iar despre certificat numai emitentul și tipul cheii. Din textul de eroare al autorității sunt cel mult 200 de caractere, fără ce știe Taxpass că este secret sau personal.',
  look: 'Acesta este tot conținutul. Nimic nu se trimite automat: citiți-l mai întâi și nu îl dați mai departe dacă cuprinde ceva ce nu ar trebui.',
  text: 'Raportul',
  where:
    'Raportul este în engleză, ca să îl poată citi orice serviciu de asistență. Dați-l celui care se ocupă de Taxpass la dumneavoastră sau atașați-l la problema pe care o raportați.',
  copy: 'Copiază',
  save: 'Salvează…',
  copied: 'Raportul este în clipboard.',
  saved: 'Raportul a fost salvat.',
};
