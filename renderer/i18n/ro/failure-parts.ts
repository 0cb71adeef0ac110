import type { failureParts as failurePartsEn, failureNote as failureNoteEn } from '../en/failure-parts.ts';
import type { Romanian } from '../texts.ts';
/** Whole sentences and names that stand in a failure's texts. */
export const failureParts: Romanian<typeof failurePartsEn> = {
  notFound: {
    account: 'Contul nu mai există.',
    application: 'Aplicația nu mai există.',
    certificate: 'Certificatul nu mai există.',
    draft: 'Fișierul ales nu mai este disponibil.',
    attempt: 'Autentificarea nu mai este în curs.',
  },
  account: '{{holder}} ({{application}})',
  accountGone: 'un cont care nu mai există',
  vaultState: {
    opening: 'Se deschide încă.',
    locked: 'Este blocat.',
    closed: 'Este închis.',
    'no-vault-yet': 'Nu a fost creat încă.',
    unavailable: 'Depozitul de chei care îl deschide nu este disponibil.',
    corrupt: 'Nu poate fi citit.',
    'backend-changed': 'Depozitul de chei este altul decât înainte.',
    'wrong-key': 'Cheia nu i se potrivește.',
    'in-use': 'Este deschis în alt Taxpass.',
    'other-computer': 'A fost folosit ultima dată pe alt calculator.',
    'newer-version': 'A fost scris de o versiune mai nouă de Taxpass.',
    other: 'Nu poate fi folosit momentan.',
  },
  inUse: {
    application: 'Aplicația este folosită.',
    certificate: 'Certificatul este folosit.',
  },
  reason: {
    'disk-full': 'Discul este plin.',
    'no-permission': 'Nu aveți drept de scriere în folder.',
    'disk-error': 'Discul a raportat o eroare.',
    'not-durable': 'Discul nu a confirmat scrierea definitivă.',
    'record-unreadable': 'Ce este salvat deja acolo nu poate fi citit, de aceea nu a fost suprascris.',
  },
  unreadable: {
    gone: 'Nu mai este acolo: a fost mutat, redenumit sau șters ori unitatea lui a fost scoasă.',
    'not-a-file': 'Ați ales un folder sau un dispozitiv, nu un fișier.',
    'no-permission': 'Nu aveți drept de citire asupra lui.',
    other: 'Discul sau sistemul a refuzat citirea.',
  },
  practiceStart: {
    gone: 'Programul nu mai este acolo unde era când a pornit acest Taxpass: a fost mutat, actualizat sau șters.',
    'no-permission': 'Sistemul nu permite acestui Taxpass să mai pornească unul.',
    ended: 'A fost pornit și s-a închis imediat.',
    other: 'Sistemul a refuzat să îl pornească.',
  },
  writeTrouble: {
    'folder-gone': 'Folderul nu mai există.',
    'disk-full': 'Discul este plin.',
    'no-permission': 'Nu aveți drept de scriere în folder.',
    'disk-error': 'Discul a raportat o eroare.',
  },
  cause: {
    'name-not-found': 'Nu s-a găsit niciun server cu acest nume.',
    refused: 'Serverul a refuzat conexiunea.',
    reset: 'Conexiunea a fost întreruptă.',
    'not-connected': 'Conexiunea nu s-a stabilit; nu s-a trimis nimic.',
    'handshake-stalled':
      'A acceptat conexiunea, apoi nu a mai răspuns; nu s-a trimis nimic. Poate fi din cauza unui firewall sau a unui program care inspectează traficul.',
    timeout: 'Serverul nu a răspuns la timp.',
    'no-network': 'Acest calculator nu are rețea.',
    other: 'Conexiunea nu a reușit.',
  },
  incomplete: {
    public: 'Lanțul pornește de la o autoritate publică, deci serverul este configurat greșit.',
    unclear:
      'Ori serverul este configurat greșit, ori un program din rețeaua dumneavoastră a pus propriul certificat în locul celui al serverului.',
  },
  inspectedBy: {
    known: 'Certificatul primit este emis de „{{issuer}}”, de la {{product}}, în locul celui al serverului.',
    unknown:
      'Certificatul primit este emis de „{{issuer}}”, necunoscut acestui calculator: cel mai probabil un proxy sau un antivirus care deschide traficul.',
  },
  proxyCause: {
    'name-not-found': 'Nu s-a găsit niciun calculator cu acest nume.',
    refused: 'A refuzat conexiunea.',
    timeout: 'Nu a răspuns la timp.',
    certificate: 'Nu și-a putut dovedi identitatea: certificatul lui nu este de încredere sau este pentru alt nume.',
    'no-answer': 'A închis conexiunea sau nu răspunde ca un proxy.',
  },
  callback: {
    'twice-or-too-long': 'Un parametru apare de două ori sau este mult prea lung.',
    both: 'Conține și un cod de autorizare, și o eroare.',
    neither: 'Nu conține nici cod de autorizare, nici eroare.',
  },
  proxyRefusal: {
    forbidden: 'Nu permite conexiuni la acea adresă.',
    'could-not': 'Nu a putut ajunge el însuși la acea adresă.',
  },
  caFile: {
    'not-a-certificate': 'Nu conține niciun certificat care poate fi citit.',
    'too-large': 'Este mult mai mare decât un certificat.',
    'too-many': 'Conține mai multe certificate decât fișierul unei autorități de certificare.',
    'not-an-authority':
      'Un certificat din el nu este al unei autorități de certificare: nu poate confirma alte certificate.',
    expired: 'Un certificat din el a expirat.',
    practice: 'Aparține autorităților de exercițiu, care nu sunt niciodată de încredere în lucrul real.',
    known: 'Este deja de încredere.',
  },
  signInNeeded: {
    'no-refresh-token': 'Nu există un token de reîmprospătare cu care să se facă prelungirea.',
    'refresh-token-ended': 'Tokenul de reîmprospătare a expirat.',
    'refresh-limit': 'Autoritatea nu mai acordă tokenuri de reîmprospătare în această sesiune.',
    refused: 'Autoritatea nu a mai acceptat tokenul de reîmprospătare.',
    'answer-lost':
      'Răspunsul la o prelungire anterioară nu a mai ajuns, iar autoritatea nu mai acceptă vechiul token de reîmprospătare.',
  },
  standing: {
    moved: 'Tokenurile lui au fost mutate pe alt calculator, care le prelungește de acum.',
    'only-looking': 'A fost adus aici numai pentru consultare.',
  },
  stage: { authorize: 'adresa de autorizare', token: 'adresa pentru tokenuri', api: 'API' },
};

/** The form every failure is shown in. */
export const failureNote: Romanian<typeof failureNoteEn> = {
  now: 'Ce este de făcut:',
  ownWords: 'Textul autorității:',
  details: 'Detalii pentru integrator',
  detailsText: 'Detalii ca text, fără secrete',
  copy: 'Copiază detaliile',
  copied: 'Detaliile sunt în clipboard.',
};
