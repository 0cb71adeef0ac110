import type {
  certificates as certificatesEn,
  certificateWarnings as certificateWarningsEn,
} from '../en/certificates.ts';
import type { Swedish } from '../texts.ts';
/** Importing certificates, and their list. */
export const certificates: Swedish<typeof certificatesEn> = {
  heading: 'Certifikat',
  empty:
    'Inget certifikat är importerat. Importera .p12-filen, till exempel organisationslegitimationen: välj den här, eller dra och släpp den någonstans i fönstret.',
  importTitle: 'Importera ett certifikat',
  importButton: 'Importera ett certifikat…',
  chooseFile: 'Välj fil…',
  dropHint: 'Välj .p12-filen (organisationslegitimationen), eller dra och släpp den någonstans i fönstret.',
  file: 'Fil: {{name}}, {{size}}',
  pin: 'PIN-kod till .p12-filen',
  pinHint: 'Den kommer från utfärdaren. Den öppnar filen nu och sparas inte.',
  pinEmpty: 'Ange PIN-koden. Om filen verkligen saknar PIN-kod trycker du på ”{{button}}” igen.',
  pinBlank: 'Det du skrev började eller slutade med ett blanksteg. Ett blanksteg räknas som vilket tecken som helst.',
  open: 'Öppna',
  otherFile: 'En annan fil…',
  identitiesLegend: 'Filen innehåller flera certifikat. Vilket gäller det?',
  identity: '{{subject}}, giltigt till {{time}}',
  identityHint: 'Välj ett och ange sedan PIN-koden igen.',
  holder: 'Innehavare',
  organisationNumber: 'Organisationsnummer',
  issuer: 'Utfärdare',
  serialNumber: 'Serienummer',
  validity: 'Giltighetstid',
  validityRange: '{{from}} till {{to}}',
  keyType: 'Nyckeltyp',
  fingerprint: 'Fingeravtryck (SHA-256)',
  expired: 'Har gått ut',
  notYetValid: 'Inte giltigt än',
  warningsLabel: 'Bra att veta',
  alreadyImported: 'Certifikatet finns redan i listan. Att importera det igen ändrar bara om nyckeln sparas.',
  keepKey: 'Spara nyckeln krypterad på den här datorn, så att tokens kan hämtas utan PIN-kod',
  keepKeyHint:
    'Nyckeln krypteras med datorns nyckelring; PIN-koden sparas aldrig. Utan kryss sparas filen som den är och PIN-koden efterfrågas vid varje inloggning.',
  import: 'Importera certifikatet',
  imported: 'Certifikatet för {{holder}} är importerat.',
  keys: {
    kept: 'Nyckeln sparad, krypterad',
    asked: 'PIN-koden efterfrågas varje gång',
    'on-device': 'Nyckeln finns på en USB-token eller i systemets certifikatarkiv',
  },
  removeTitle: 'Vill du ta bort certifikatet från den här datorn?',
  removeText: 'Certifikatet för {{holder}} och dess nyckel raderas här. Den .p12-fil som det kom från rörs inte.',
  removeConfirm: 'Ta bort certifikatet',
  removed: 'Certifikatet är borttaget från den här datorn.',
  removeFor: 'Ta bort från den här datorn: certifikatet för {{holder}}',
  under: '{{issuer}} · {{key}}',
};

/** Every warning code of an opened P12, and one text for a code that is not known here. */
export const certificateWarnings: Swedish<typeof certificateWarningsEn> = {
  'no-mac': 'Inget i filen visar att den är oförändrad sedan den skapades.',
  'legacy-encryption':
    'Filen är skyddad med gammal, svag kryptering. Den fungerar; förvara den där andra inte kan läsa den.',
  'ber-encoding': 'Filen är skriven i ett äldre format som andra program kan neka.',
  'chain-incomplete': 'Filen innehåller inte alla utfärdares certifikat upp till roten.',
  'unrelated-certificates': 'Filen innehåller även andra certifikat; de används inte.',
  expensive: 'Det tar ovanligt lång tid att öppna filen.',
  'trailing-data': 'Det finns något efter filens slut. Det har hoppats över.',
  'password-encoding': 'PIN-koden passade bara i en ovanlig teckenkodning; andra program kan neka den.',
  'unencrypted-key': 'Nyckeln ligger oskyddad i filen. Den som har filen har nyckeln.',
  'unreadable-part': 'En del av filen gick inte att läsa och har hoppats över.',
  expired: 'Certifikatet har gått ut. Myndigheten kommer att neka det.',
  'not-yet-valid': 'Certifikatet är inte giltigt än. Fram till dess kommer myndigheten att neka det.',
  other: 'Filen är ovanlig: {{code}}.',
};
