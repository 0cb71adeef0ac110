import type { certificates as certificatesEn } from '../en/certificates.ts';
import type { Romanian } from '../texts.ts';

/** Importing certificates, and their list. */
export const certificates: Romanian<typeof certificatesEn> = {
  heading: 'Certificate',
  empty:
    'Nu a fost importat niciun certificat. Importați fișierul .p12: alegeți-l aici sau trageți-l oriunde în această fereastră.',
  importTitle: 'Importați un certificat',
  importButton: 'Importă un certificat…',
  chooseFile: 'Alege fișierul…',
  dropHint: 'Alegeți fișierul .p12 sau trageți-l oriunde în această fereastră.',
  file: 'Fișierul „{{name}}”, {{size}}',
  pin: 'Parola fișierului (PIN)',
  pinHint:
    'Primită de la emitentul certificatului. Se folosește numai acum, la deschiderea fișierului, și nu se păstrează.',
  pinEmpty: 'Introduceți parola. Dacă fișierul chiar nu are parolă, apăsați din nou „{{button}}”.',
  pinBlank: 'Textul introdus începea sau se termina cu un spațiu. Spațiul contează ca orice alt caracter.',
  open: 'Deschide',
  otherFile: 'Alt fișier…',
  identitiesLegend: 'Fișierul conține mai multe certificate. Care dintre ele?',
  identity: '{{subject}}, valabil până la {{time}}',
  identityHint: 'Alegeți unul, apoi introduceți din nou parola.',
  holder: 'Titular',
  organisationNumber: 'Număr de organizație',
  issuer: 'Emitent',
  serialNumber: 'Număr de serie',
  validity: 'Valabilitate',
  validityRange: '{{from}} – {{to}}',
  keyType: 'Tipul cheii',
  fingerprint: 'Amprentă (SHA-256)',
  expired: 'Expirat',
  notYetValid: 'Încă nevalabil',
  warningsLabel: 'Bine de știut',
  alreadyImported:
    'Acest certificat este deja în listă. La un nou import se schimbă numai dacă i se păstrează sau nu cheia.',
  keepKey:
    'Păstrează cheia criptată pe acest calculator, astfel încât tokenurile să se poată obține fără a cere parola',
  keepKeyHint:
    'Cheia se criptează cu depozitul de chei al acestui calculator; parola nu se memorează niciodată. Dacă debifați, fișierul rămâne așa cum a venit, iar parola se cere la fiecare autentificare.',
  import: 'Importă certificatul',
  imported: 'Certificatul titularului {{holder}} a fost importat.',
  keys: {
    kept: 'Cheie păstrată în formă criptată',
    asked: 'Parola se cere de fiecare dată',
    'on-device': 'Cheie pe un token USB sau în depozitul sistemului',
  },
  removeTitle: 'Eliminați acest certificat de pe acest calculator?',
  removeText:
    'Certificatul titularului {{holder}} și cheia lui se șterg de aici. Fișierul .p12 din care provine rămâne neatins.',
  removeConfirm: 'Elimină certificatul',
  removed: 'Certificatul a fost eliminat de pe acest calculator.',
  removeFor: 'Elimină de pe acest calculator: certificatul titularului {{holder}}…',
  under: '{{issuer}} · {{key}}',
};
