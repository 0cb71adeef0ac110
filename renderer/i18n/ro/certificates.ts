import type {
  certificates as certificatesEn,
  certificateWarnings as certificateWarningsEn,
} from '../en/certificates.ts';
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
  file: 'Fișierul {{name}}, {{size}}',
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
  removeFor: 'Elimină de pe acest calculator: certificatul titularului {{holder}}',
  under: '{{issuer}} · {{key}}',
};

/** Every warning code of an opened P12, and one text for a code that is not known here. */
export const certificateWarnings: Romanian<typeof certificateWarningsEn> = {
  'no-mac': 'Nimic din fișier nu dovedește că a rămas neschimbat de când a fost creat.',
  'legacy-encryption':
    'Fișierul este protejat cu o criptare veche și slabă. Funcționează; păstrați-l unde nu îl pot citi alții.',
  'ber-encoding': 'Fișierul este scris într-o formă mai veche, pe care alte programe o pot refuza.',
  'chain-incomplete': 'Fișierul nu conține certificatele tuturor emitenților până la rădăcină.',
  'unrelated-certificates': 'Fișierul conține și alte certificate; ele nu se folosesc.',
  expensive: 'Deschiderea acestui fișier durează neobișnuit de mult.',
  'trailing-data': 'După sfârșitul fișierului mai există date. Au fost ignorate.',
  'password-encoding': 'Parola s-a potrivit numai într-o codificare neobișnuită; alte programe o pot refuza.',
  'unencrypted-key': 'Cheia se află în fișier fără protecție. Cine are fișierul are și cheia.',
  'unreadable-part': 'O parte a fișierului nu a putut fi citită și a fost omisă.',
  expired: 'Certificatul a expirat. Autoritatea îl va refuza.',
  'not-yet-valid': 'Certificatul nu este încă valabil. Până atunci autoritatea îl va refuza.',
  other: 'Fișierul este neobișnuit: {{code}}.',
};
