import type { explained as explainedEn } from '../en/explained.ts';
import type { Romanian } from '../texts.ts';
/** What stands around the explanation of a failure. */
export const explained: Romanian<typeof explainedEn> = {
  causes: 'Cauze posibile, începând cu cea mai probabilă:',
  moreCauses_one: 'Încă o cauză',
  moreCauses_few: 'Încă {{count}} cauze',
  moreCauses_other: 'Încă {{count}} de cauze',
  /** What the program knows that speaks for a cause. */
  because: {
    certificateEnded: 'Probabil aici: acest certificat a expirat.',
    certificateNotYet: 'Probabil aici: după ceasul acestui calculator, nu este încă valabil.',
    newerCertificate: 'Probabil aici: există alt certificat al aceluiași titular, valabil mai mult timp.',
    certificateIsNew: 'Probabil aici: acest certificat are mai puțin de 30 de zile.',
    certificateEnding:
      'Probabil aici: acest certificat expiră în mai puțin de 30 de zile, deci titularul poate avea deja unul nou.',
    clientIdOfApigw: 'Probabil aici: același Client ID este introdus și într-o pereche APIgw.',
    clientIdOfOtherFlow: 'Probabil aici: o aplicație pentru alt mod de autentificare are același Client ID.',
    clientIdOfOtherEnvironment: 'Probabil aici: o aplicație din celălalt mediu are același Client ID.',
    otherCopy: 'Probabil aici: aceste tokenuri au fost preluate din alt program.',
    tokenEnded: 'Probabil aici: după ceasul acestui calculator, a expirat.',
    workedBefore: 'Probabil aici: aceste chei au funcționat înainte.',
  },
  redirectUri: {
    heading: 'Comparați-le caracter cu caracter',
    sent: 'Ce a trimis Taxpass',
    registered: 'Ce este înregistrat (lipiți aici)',
    hint: 'Textul se folosește numai la comparare; nu se trimite și nu se păstrează.',
    same: 'Sunt identice în toate caracterele. Cauza este deci alta.',
    differ: 'Diferă după „{{same}}”: s-a trimis {{sent}}, este înregistrat {{registered}}.',
    quoted: '„{{text}}”',
    nothing: 'nimic mai mult',
  },
};
