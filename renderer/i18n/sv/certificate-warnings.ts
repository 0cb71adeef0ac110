import type { certificateWarnings as certificateWarningsEn } from '../en/certificate-warnings.ts';
import type { Swedish } from '../texts.ts';

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
