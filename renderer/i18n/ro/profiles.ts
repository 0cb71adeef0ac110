import type { profiles as profilesEn, authorities as authoritiesEn } from '../en/profiles.ts';
import type { Romanian } from '../texts.ts';

const skatteverketRequests =
  'Se adaugă tokenul de acces și cheile APIgw. Nu se trimite niciun header pe care Skatteverket nu îl documentează.';
const skatteverketValuable =
  'Skatteverket consideră tokenul de acces un document de valoare: cine îl are poate acționa cu el. Rămâne criptat pe acest calculator.';
const skatteverketKeys =
  'Skatteverket trimite cheile pe părți, în zile diferite. Salvați ce aveți; restul se poate completa ulterior.';
const skatteverketResting =
  'Expirat. Este normal: un token de acces este valabil o oră. Obțineți unul nou când aveți nevoie.';
const skatteverketOneClick = 'Expirat; un clic obține altul';
const certificateEnding =
  'Comandați din timp un certificat de organizație nou; până atunci totul funcționează ca înainte.';
const removeWithCertificate =
  'Contul {{holder}} și tokenul lui de acces se șterg de aici. Skatteverket nu oferă nicio cale de revocare a tokenului: o copie aflată în altă parte funcționează până când expiră. Certificatul și aplicația rămân.';

const skatteverketApplication = {
  name: 'Denumire',
  nameHint: 'Denumirea dată de dumneavoastră; autoritatea nu o vede.',
  redirectUri: 'Redirect URI',
  redirectUris: 'Redirect URI',
  redirectUriNumber: 'Redirect URI {{number}}',
  redirectUriHint: 'Exact ca în înregistrarea de la Skatteverket, caracter cu caracter.',
  addRedirectUri: 'Adaugă un redirect URI',
  removeRedirectUri: 'Elimină adresa {{number}}',
  services: 'Servicii',
  keysHint: skatteverketKeys,
  clientId: 'Client ID',
  clientSecret: 'Client secret',
} as const;

/** Everything that is said differently from one way to sign in to the next. */
export const profiles: Romanian<typeof profilesEn> = {
  anaf: {
    name: 'ANAF',
    add: 'Autentificare la ANAF…',
    title: 'Autentificare la ANAF',
    again: 'Este necesară o nouă autentificare cu certificatul',
    how: 'cu certificat',
    certificateLegend: 'Cum vă autentificați?',
    beforeSignIn:
      'ANAF cere certificatul digital cu rol SPV PJ („se va prezenta certificatul digital cu rol SPV PJ”). Acesta trebuie să fie valabil și înregistrat în SPV; se prezintă numai la ANAF. Tokenul este al persoanei și acoperă toate firmele pentru care titularul are drepturi.',
    phase: {
      returned: 'ANAF a trimis înapoi rezultatul autentificării…',
      exchanging: 'Se schimbă codul pe tokenuri…',
    },
    application: {
      suggestedName: '',
      name: 'Denumire aplicație',
      nameHint: 'Ca în pagina ANAF „Profil OAuth”.',
      redirectUri: 'Callback URL',
      redirectUris: 'Callback URL',
      redirectUriNumber: 'Callback URL {{number}}',
      redirectUriHint: 'Exact ca în „Profil OAuth”, caracter cu caracter. ANAF acceptă numai adrese https.',
      addRedirectUri: 'Adaugă un Callback URL',
      removeRedirectUri: 'Elimină adresa {{number}}',
      services: 'Serviciu',
      keysHint: 'Din tabelul „Client ID-uri OAuth existente”, sub formularul din pagina ANAF.',
      clientId: 'Client ID',
      clientSecret: 'Client Secret',
    },
    deadlines: {
      person: 'Fără certificat până la',
      personUntil: 'Până atunci tokenul de acces se prelungește cu un clic, fără certificat (token de reîmprospătare).',
      noRefreshToken:
        'Nu există token de reîmprospătare: pentru un token de acces nou este necesară autentificarea cu certificatul.',
      personNeeded: 'Este necesară autentificarea cu certificatul.',
      certificateEnding:
        'Tokenurile nu sunt afectate. Pentru următoarea autentificare este necesar certificatul reînnoit, înregistrat în SPV la anaf.ro/reinnoire; recunoașterea lui de către ANAF poate dura o zi.',
      certificateEnded:
        'Dacă mai există tokenuri valabile, ele funcționează în continuare. Pentru următoarea autentificare este necesar un certificat reînnoit, înregistrat în SPV la anaf.ro/reinnoire; recunoașterea lui de către ANAF poate dura o zi.',
    },
    tokenResting: 'Expirat. Programele care îl folosesc sunt refuzate până primesc unul nou.',
    valuable:
      'Nu lăsați tokenurile la îndemâna cui nu are nevoie de ele: cine are un token poate acționa cu el. ANAF îi consideră răspunzători pe utilizatori. Aici tokenurile rămân criptate.',
    row: { ended: 'Necesită un clic', resting: 'Autentificați-vă cu certificatul' },
    remove:
      'Contul {{holder}} și tokenurile lui se șterg de aici. ANAF nu primește nicio înștiințare: o copie aflată la un program funcționează până când expiră. Certificatul și aplicația rămân. Tokenurile de acces încă valabile se păstrează în formă criptată până la expirare, cu un singur scop: la „Aplicații” pot fi în continuare raportate la ANAF drept compromise.',
    requestsSentAlong: 'Se adaugă tokenul de acces.',
  },
  'skatteverket-org': {
    name: 'Skatteverket, certificat de organizație',
    add: 'Autentificare la Skatteverket…',
    title: 'Autentificare la Skatteverket',
    again: 'Este necesară o nouă autentificare',
    how: 'cu certificat de organizație',
    certificateLegend: 'Ce organizație se autentifică?',
    beforeSignIn: 'Certificatul se prezintă numai la Skatteverket.',
    phase: {
      returned: 'Skatteverket a trimis înapoi rezultatul autentificării…',
      exchanging: 'Se schimbă codul pe un token de acces…',
    },
    application: { ...skatteverketApplication, suggestedName: 'Skatteverket' },
    deadlines: {
      person: 'Certificatul de organizație',
      personUntil: 'Până atunci un token de acces nou se obține cu un clic (token de reîmprospătare).',
      noRefreshToken:
        'Se folosește de fiecare dată când se obține un token de acces nou. Aici nu există token de reîmprospătare.',
      personNeeded: 'Certificatul se prezintă când se obține următorul token de acces.',
      certificateEnding,
      certificateEnded:
        'Cu el nu se mai poate obține niciun token de acces. Importați certificatul nou al organizației și autentificați-vă cu el.',
    },
    tokenResting: skatteverketResting,
    valuable: skatteverketValuable,
    row: { ended: skatteverketOneClick, resting: skatteverketOneClick },
    remove: removeWithCertificate,
    requestsSentAlong: skatteverketRequests,
  },
  'skatteverket-sysorg': {
    name: 'Skatteverket, sistem cu certificat de organizație',
    add: 'Token Skatteverket fără utilizator, cu certificat de organizație (flux de sistem)…',
    title: 'Skatteverket: sistem cu certificat de organizație',
    again: 'Este necesar un token de acces nou',
    how: 'ca sistem, cu certificat de organizație',
    certificateLegend: 'Certificatul cărei organizații?',
    beforeSignIn:
      'Skatteverket numește acest mod „Client Credentials Grant” cu „organisationslegitimation”. Certificatul se prezintă numai la Skatteverket, împreună cu cheile.',
    phase: {
      returned: 'Se cere un token de acces de la Skatteverket…',
      exchanging: 'Se cere un token de acces de la Skatteverket…',
    },
    application: { ...skatteverketApplication, suggestedName: 'Skatteverket sistem' },
    deadlines: {
      person: 'Certificatul de organizație',
      personUntil: 'Până atunci un token de acces nou se obține cu un clic.',
      noRefreshToken:
        'Se folosește, împreună cu cheile, de fiecare dată când se obține un token de acces nou. Aici nu există token de reîmprospătare.',
      personNeeded: 'Certificatul se prezintă când se obține următorul token de acces.',
      certificateEnding,
      certificateEnded:
        'Cu el nu se mai poate obține niciun token de acces. Importați certificatul nou al organizației.',
    },
    tokenResting: skatteverketResting,
    valuable: skatteverketValuable,
    row: { ended: skatteverketOneClick, resting: skatteverketOneClick },
    remove: removeWithCertificate,
    requestsSentAlong: skatteverketRequests,
  },
  'skatteverket-sys': {
    name: 'Skatteverket, sistem',
    add: 'Token Skatteverket fără utilizator (flux de sistem)…',
    title: 'Skatteverket: sistem, numai cu chei',
    again: 'Este necesar un token de acces nou',
    how: 'ca sistem',
    certificateLegend: 'Ce certificat?',
    beforeSignIn:
      'Skatteverket numește acest mod „Client Credentials Grant”. Nu se prezintă niciun certificat. Numai câteva servicii deschise ale Skatteverket acceptă un astfel de token.',
    phase: {
      returned: 'Se cere un token de acces de la Skatteverket…',
      exchanging: 'Se cere un token de acces de la Skatteverket…',
    },
    application: { ...skatteverketApplication, suggestedName: 'Skatteverket sistem' },
    deadlines: {
      person: 'Cheile',
      personUntil: 'Până atunci un token de acces nou se obține cu un clic.',
      noRefreshToken:
        'Se folosesc de fiecare dată când se obține un token de acces nou. Aici nu există token de reîmprospătare.',
      personNeeded: 'Următorul token de acces se obține cu cheile.',
      certificateEnding: '',
      certificateEnded: '',
    },
    tokenResting: skatteverketResting,
    valuable: skatteverketValuable,
    row: { ended: skatteverketOneClick, resting: skatteverketOneClick },
    remove:
      'Acest cont și tokenul lui de acces se șterg de aici. Skatteverket nu oferă nicio cale de revocare a tokenului: o copie aflată în altă parte funcționează până când expiră. Aplicația rămâne.',
    requestsSentAlong: skatteverketRequests,
  },
  'skatteverket-per': {
    name: 'Skatteverket, e-ID',
    add: 'Autentificare la Skatteverket cu e-ID…',
    title: 'Autentificare la Skatteverket cu e-ID',
    again: 'Este necesară o nouă autentificare cu e-ID',
    how: 'cu e-ID',
    certificateLegend: 'Ce certificat?',
    beforeSignIn:
      'Identificați-vă în paginile Skatteverket cu e-ID-ul dumneavoastră (BankID sau Freja) și dați-vă consimțământul. Nu se prezintă niciun certificat.',
    phase: {
      returned: 'Skatteverket a trimis înapoi rezultatul autentificării…',
      exchanging: 'Se schimbă codul pe tokenuri…',
    },
    application: {
      ...skatteverketApplication,
      suggestedName: 'Skatteverket e-ID',
      nameHint: 'Denumirea dată de dumneavoastră; așa se va numi și contul.',
    },
    deadlines: {
      person: 'Fără autentificare până la',
      personUntil: 'Până atunci un token de acces nou se obține cu un clic, fără e-ID (token de reîmprospătare).',
      noRefreshToken:
        'Nu există token de reîmprospătare: pentru un token de acces nou este necesară autentificarea cu e-ID.',
      personNeeded: 'Este normal: autentificați-vă cu e-ID când aveți nevoie.',
      certificateEnding: '',
      certificateEnded: '',
    },
    tokenResting: skatteverketResting,
    valuable: skatteverketValuable,
    row: { ended: 'Expirat; un clic îl prelungește', resting: 'Expirat; autentificați-vă când aveți nevoie' },
    remove:
      'Acest cont și tokenurile lui se șterg de aici. Skatteverket nu oferă nicio cale de revocare a lor: o copie aflată în altă parte funcționează până când expiră. Aplicația rămâne.',
    requestsSentAlong: skatteverketRequests,
  },
};

/** What the authorities themselves are called, and how an access is surely ended at each. */
export const authorities: Romanian<typeof authoritiesEn> = {
  anaf: {
    name: 'ANAF',
    endsSurely: {
      one: 'Autentificați-vă în SPV cu certificatul și deschideți „Profil OAuth”.',
      two: 'La „Client ID-uri OAuth existente” alegeți aplicația și apăsați „Șterge aplicația”; în paginile mai vechi se numește „Renunțare OAuth”.',
      three:
        'ANAF revocă atunci Client ID-ul aplicației: se oprește accesul tuturor conturilor cu această aplicație, inclusiv al altor persoane și programe.',
    },
  },
  skatteverket: {
    name: 'Skatteverket',
    endsSurely: {
      one: 'Deschideți portalul pentru dezvoltatori al Skatteverket.',
      two: 'Retrageți acolo cheile aplicației sau cereți acest lucru serviciului de asistență.',
      three: 'Se oprește atunci accesul tuturor conturilor cu această aplicație.',
    },
  },
};
