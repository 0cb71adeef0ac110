import type { signIn as signInEn } from '../en/sign-in.ts';
import type { Romanian } from '../texts.ts';
/** The steps that add an account, and the questions a sign-in asks. */
export const signIn: Romanian<typeof signInEn> = {
  step: 'Pasul {{number}} din {{total}}: {{name}}',
  stepNames: { certificate: 'Certificat', application: 'Aplicație', run: 'Autentificare' },
  certificateOption: '{{holder}} · {{number}}',
  certificateNote: '{{issuer}} · {{key}} · valabil până la {{time}}',
  /** What each way is, what it asks of the user, and what is said while it goes on. */
  ways: {
    direct: {
      name: 'Automat, fără fereastră',
      note: 'Taxpass efectuează autentificarea și prezintă certificatul; nu mai este nimic de făcut.',
      running: 'Autentificare: {{holder}}',
      waiting: 'Se prezintă certificatul la {{authority}}…',
    },
    window: {
      name: 'Într-o fereastră Taxpass',
      note: 'Paginile {{authority}} se deschid într-o fereastră Taxpass, care prezintă certificatul când este cerut.',
      running:
        'Se deschide o fereastră cu paginile {{authority}}; autentificați-vă acolo. Certificatul titularului {{holder}} se prezintă numai la {{authority}}. Fereastra se închide singură după răspunsul {{authority}}.',
      waiting: 'Se așteaptă autentificarea în fereastră…',
    },
    'device-window': {
      name: 'Certificatul de pe tokenul meu USB sau din depozitul de certificate al acestui calculator',
      note: 'Se deschide o fereastră cu paginile {{authority}}. Taxpass întreabă apoi ce certificat să folosească și, dacă nu îl cere sistemul, vă cere și PIN-ul tokenului USB.',
      running:
        'Se deschide o fereastră cu paginile {{authority}}; autentificați-vă acolo. Tokenul USB trebuie să fie introdus. Fereastra se închide singură după răspunsul {{authority}}.',
      waiting: 'Se așteaptă autentificarea în fereastră…',
    },
    browser: {
      name: 'În browserul meu',
      note: 'Paginile {{authority}} se deschid în browserul dumneavoastră. Autentificați-vă acolo ca de obicei.',
      running: 'Browserul deschide paginile {{authority}}. Autentificați-vă acolo, apoi reveniți aici.',
      waiting: 'Se așteaptă autentificarea în browser…',
    },
    'client-credentials': {
      name: 'Numai cu cheile',
      note: 'Nu se autentifică nimeni: aplicația cere tokenul cu propriile chei.',
      running: 'Se cere un token de acces de la {{authority}}',
      waiting: 'Se cere un token de acces de la {{authority}}…',
    },
  },
  otherIssuer: {
    title: 'Probabil nu este certificatul potrivit',
    text: '{{authority}} acceptă certificate de organizație emise de Expisoft; acesta este emis de {{issuer}}. Puteți încerca; decide {{authority}}.',
  },
  wayLegend: 'Cum decurge autentificarea?',
  anotherWay: 'Autentificare în alt mod',
  importAnother: 'Folosește un fișier cu certificat (.p12, .pfx)',
  useImported: 'Înapoi la alegere',
  next: 'Continuă',
  applicationLegend: 'Cu ce aplicație?',
  enterNew: 'Adaugă o aplicație nouă',
  useExisting: 'Folosește o aplicație deja introdusă',
  saveAndSignIn: 'Salvează și continuă autentificarea',
  signIn: 'Autentificare',
  saveAndFetch: 'Salvează și obține tokenul',
  fetch: 'Obține tokenul',
  redirectLegend: 'Adresa de callback pentru această autentificare',
  arrival: {
    caught: 'Taxpass o interceptează înainte ca ceva să fie trimis la acea adresă.',
    protocol: 'Browserul o transmite singur către Taxpass.',
    loopback:
      'Taxpass ascultă acolo, numai pe acest calculator, cât timp vă autentificați. Browserul afișează mai întâi un avertisment: nimeni nu poate certifica adresa „localhost”.',
    relayed: 'Pagina de acolo o transmite către Taxpass sau copiați dumneavoastră adresa din browser și lipiți-o aici.',
    pasted: 'Acolo nu poate asculta nimic: copiați adresa din browser și lipiți-o aici.',
    astray: 'Prin browser, codul ar fi văzut de o pagină străină: alegeți în schimb fereastra.',
  },
  stillWaiting: 'O autentificare la {{authority}} cu „{{application}}” încă așteaptă browserul.',
  /** What is said and offered while a sign-in waits for the system browser. */
  browser: {
    waitingPastWarning:
      'Se așteaptă browserul. El avertizează mai întâi că nu recunoaște certificatul acestui calculator: treceți de avertisment, apoi autentificați-vă la {{authority}}.',
    warning: {
      summary: 'Avertismentul browserului și cum treceți de el',
      why: 'Prima pagină este a Taxpass, la „localhost”, adică pe acest calculator. Certificatul ei este creat pentru această autentificare și nu se păstrează nicăieri, deci niciun browser nu îl recunoaște. Treceți numai de un avertisment despre „localhost”, niciodată de unul despre altă adresă.',
      past: {
        chrome:
          'Chrome, Chromium: „Avansat” (în engleză „Advanced”), apoi linkul spre localhost („Proceed to localhost (unsafe)”).',
        edge: 'Edge: „Avansat” (în engleză „Advanced”), apoi linkul spre localhost („Continue to localhost (unsafe)”).',
        firefox:
          'Firefox: „Avansat…”, apoi „Acceptă riscul și continuă” (în engleză „Advanced…”, „Accept the Risk and Continue”).',
        safari: 'Safari: „Show Details”, apoi „visit this website”, apoi „Visit Website”.',
      },
    },
    openAgain: 'Deschide din nou în browser',
    copyLink: 'Copiază linkul de autentificare',
    linkHint:
      'Linkul este pentru un alt browser de pe acest calculator sau pentru alt profil al lui. Cine se autentifică cu el se autentifică aici: nu îl trimiteți nimănui.',
    linkCopied: 'Linkul de autentificare este în clipboard. Lipiți-l în bara de adrese a celuilalt browser.',
  },
  paste: {
    intro:
      'După ce v-ați dat consimțământul, browserul se oprește la o adresă care nu poate fi deschisă. Așa trebuie să fie: copiați imediat întreaga adresă din bara de adrese, pentru că își pierde repede valabilitatea.',
    summary: 'Browserul nu a revenit singur?',
    quietIntro: 'Copiați întreaga adresă la care s-a oprit browserul și lipiți-o aici.',
    label: 'Lipiți adresa la care s-a oprit browserul',
    hint: 'Începe cu {{arrivalUri}}',
    handIn: 'Trimite adresa',
  },
  pinTitle: 'Parola fișierului cu certificatul',
  pin: 'Parola fișierului (PIN)',
  pinText:
    'Cheia titularului {{holder}} (certificat emis de {{issuer}}) nu se păstrează pe acest calculator. Parola se folosește numai acum, la deschiderea fișierului, și nu se păstrează.',
  withPin: 'Continuă',
  cancelSignIn: 'Anulează autentificarea',
  done: 'Autentificare reușită: {{holder}}. Tokenul de acces este valabil până la {{time}}.',
  again: '{{holder}} are tokenuri noi în locul celor dinainte. Tokenul de acces este valabil până la {{time}}.',
  fetched: '{{holder}} are un token de acces, valabil până la {{time}}.',
  shared: 'Acest cont există deja; tokenul lui este valabil până la {{time}}. Autoritatea nu a fost contactată.',
  strayCallback: 'Din browser a revenit o autentificare pe care Taxpass nu o aștepta. Nu a fost folosită.',
  editApplication: 'Modifică aplicația',
};
