import type { compromised as compromisedEn } from '../en/compromised.ts';
import type { Romanian } from '../texts.ts';
/** Reporting access tokens that got into wrong hands (R19). */
export const compromised: Romanian<typeof compromisedEn> = {
  open: 'Token compromis: raportează…',
  title: 'Token compromis: raportați la {{authority}}',
  what: 'Un token de acces funcționează până când expiră, pentru oricine îl are. O prelungire nu le oprește pe cele dinainte: sunt afișate și ele aici.',
  tokens: 'Tokenuri de acces care încă funcționează',
  none: 'Niciun token de acces al acestui cont nu mai funcționează. Nu este nimic de raportat; un token de reîmprospătare compromis se oprește prin ștergerea aplicației.',
  which: 'Token',
  current: 'În folosință',
  replaced: 'Înlocuit',
  gone: 'Eliminat',
  issued: 'Emis la',
  ends: 'Funcționează până la',
  serial: 'Certificat',
  fingerprint: 'Amprentă',
  notSaid: 'neprecizat',
  steps: {
    label: 'Ce este de făcut, în această ordine',
    save: 'Salvați fișierul pentru {{authority}}. Conține aceste tokenuri de acces, Client ID, numărul de serie al certificatului și datele calendaristice; niciun token de reîmprospătare și niciun secret.',
    send: 'Trimiteți-l la {{authority}}: pagina oficială cere ca tokenurile compromise să fie trimise autorității, pentru a le bloca accesul. Pagina nu dă o adresă; întrebați prin formularul de contact al portalului cum îl puteți trimite în siguranță.',
    delete: 'Opriți și accesul aplicației:',
    remove:
      'Ștergeți fișierul salvat. Apoi eliminați contul de pe acest calculator: tokenurile afișate aici se păstrează în formă criptată până la expirare, numai pentru a fi raportate, și niciun program nu le mai primește.',
    anew: 'Înrolați din nou aplicația, apoi reautentificați-vă.',
  },
  /** Of accounts that were removed. */
  removed: {
    heading: 'Tokenuri ale conturilor eliminate care încă funcționează',
    what: 'Aceste conturi au fost eliminate de pe acest calculator, iar cine are unul dintre tokenurile lor de acces îl poate folosi până când expiră. Se păstrează aici în formă criptată până atunci, numai pentru a fi raportate la {{authority}} drept compromise.',
    title: '{{holder}}, {{application}}',
    named: '{{account}} (eliminat: {{time}})',
    saveFor: 'Salvează fișierul pentru {{account}}…',
  },
  save: 'Salvează fișierul…',
  asking: 'Întrebarea este într-o fereastră separată.',
  saved: 'Fișierul a fost scris. Ștergeți-l după ce ajunge la {{authority}}.',
  declined: 'Nu a fost scris niciun fișier.',
  signInAnew: 'Reautentificare…',
};
