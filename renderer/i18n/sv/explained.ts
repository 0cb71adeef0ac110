import type { explained as explainedEn } from '../en/explained.ts';
import type { Swedish } from '../texts.ts';
/** What stands around the explanation of a failure. */
export const explained: Swedish<typeof explainedEn> = {
  causes: 'Möjliga orsaker, den troligaste först:',
  moreCauses_one: 'En orsak till',
  moreCauses_other: '{{count}} orsaker till',
  /** What the program knows that speaks for a cause. */
  because: {
    certificateEnded: 'Troligt här: certifikatet har gått ut.',
    certificateNotYet: 'Troligt här: enligt datorns klocka är det inte giltigt än.',
    newerCertificate: 'Troligt här: det finns ett annat certifikat för samma innehavare, som gäller längre.',
    certificateIsNew: 'Troligt här: certifikatet är yngre än 30 dagar.',
    certificateEnding: 'Troligt här: certifikatet går ut inom 30 dagar, så innehavaren kan ha ett nytt.',
    clientIdOfApigw: 'Troligt här: samma client ID är angivet bland APIgw-nycklarna.',
    clientIdOfOtherFlow: 'Troligt här: API-nycklar för ett annat flöde har samma client ID.',
    clientIdOfOtherEnvironment: 'Troligt här: API-nycklar för den andra miljön har samma client ID.',
    otherCopy: 'Troligt här: de här tokens är övertagna från ett annat program.',
    tokenEnded: 'Troligt här: enligt datorns klocka har den gått ut.',
    workedBefore: 'Troligt här: de här nycklarna har fungerat tidigare.',
  },
  redirectUri: {
    heading: 'Jämför dem tecken för tecken',
    sent: 'Det Taxpass skickade',
    registered: 'Det som är registrerat (klistra in det här)',
    hint: 'Det jämförs bara, och varken skickas eller sparas.',
    same: 'De är lika i varje tecken. Då är orsaken en annan.',
    differ: 'De skiljer sig efter ”{{same}}”: {{sent}} skickades, {{registered}} är registrerat.',
    quoted: '”{{text}}”',
    nothing: 'ingenting mer',
  },
};
