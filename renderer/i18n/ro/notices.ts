import type { notices as noticesEn } from '../en/notices.ts';
import type { Romanian } from '../texts.ts';
/** What somebody should know or do, and what of it the settings say. */
export const notices: Romanian<typeof noticesEn> = {
  label: 'Avertizări',
  needYou_one: '{{count}} avertizare de rezolvat acum',
  needYou_few: '{{count}} avertizări de rezolvat acum',
  needYou_other: '{{count}} de avertizări de rezolvat acum',
  toKnow_one: '{{count}} lucru de știut',
  toKnow_few: '{{count}} lucruri de știut',
  toKnow_other: '{{count}} de lucruri de știut',
  showAll: 'Arată tot ({{count}})',
  showFewer: 'Arată mai puțin',
  accounts_one: '{{count}} cont',
  accounts_few: '{{count}} conturi',
  accounts_other: '{{count}} de conturi',
  severity: { 'needs-person': 'Acum', soon: 'Curând', 'to-know': 'De știut' },
  title: {
    'certificate-ends': {
      coming: 'Certificatul titularului {{holder}} expiră {{relative}}: {{accounts}}',
      past: 'Certificatul titularului {{holder}} a expirat {{relative}}: {{accounts}}',
    },
    'sign-in-by': {
      coming: '{{holder}}: următoarea autentificare cu certificatul este necesară {{relative}}, pentru {{accounts}}',
      past: '{{holder}}: este necesară autentificarea cu certificatul pentru {{accounts}}',
    },
    'sign-in-needed': {
      coming: '{{holder}}: prelungirea nu mai este posibilă pentru {{accounts}}; programele se opresc {{relative}}',
      past: '{{holder}}: programele s-au oprit pentru {{accounts}}',
    },
    'renewal-failing': {
      coming: '{{holder}}: prelungirea nu reușește pentru {{accounts}}; programele se opresc {{relative}}',
      past: '{{holder}}: prelungirea nu reușește pentru {{accounts}}, iar programele s-au oprit',
    },
    'answer-lost': {
      coming: '{{holder}}: răspunsul autorității s-a pierdut pentru {{accounts}}; programele se opresc {{relative}}',
      past: '{{holder}}: răspunsul autorității s-a pierdut pentru {{accounts}}, iar programele s-au oprit',
    },
    'other-copy': {
      coming: '{{holder}}: {{accounts}} cu tokenuri preluate și încă neprelungite; tokenurile expiră {{relative}}',
      past: '{{holder}}: {{accounts}} cu tokenuri preluate și niciodată prelungite; tokenurile au expirat',
    },
    'elsewhere-ends': {
      coming: '{{holder}}: tokenurile pentru {{accounts}}, prelungite de alt calculator, expiră aici {{relative}}',
      past: '{{holder}}: tokenurile pentru {{accounts}}, prelungite de alt calculator, au expirat aici',
    },
    'old-copy': {
      coming: '{{recipients}}: copia veche a tokenului titularului {{holder}} expiră {{relative}}',
      past: '{{recipients}}: copia veche a tokenului titularului {{holder}} a expirat',
    },
  },
  /** What is to be done about it. */
  todo: {
    'certificate-ends':
      'Reînnoiți-l la emitent și importați-l aici pe cel nou. Dacă autoritatea recunoaște certificatul după numărul de serie, înregistrați-l acolo pe cel nou și autentificați-vă din nou.',
    'sign-in-by':
      'Termen: {{time}}. Până atunci nu este nevoie de certificat. Autentificați-vă din nou înainte de termen sau cât mai curând după el.',
    'sign-in-needed': 'Numai o autentificare cu certificatul dă tokenuri noi.',
    'renewal-failing': 'Taxpass încearcă în continuare singur. Pagina contului arată ce nu a mers.',
    'answer-lost':
      'Prelungiți încă o dată; dacă vechiul token de reîmprospătare a fost consumat, autentificați-vă din nou.',
    'other-copy':
      'Deschideți contul și apăsați „Prelungește tokenul”: copia celuilalt program se oprește numai după ce confirmați.',
    'elsewhere-ends':
      'Nu este nimic de făcut, în afară de cazul în care prelungirea trebuie făcută de acum pe acest calculator.',
    'old-copy':
      'Copiați tokenul nou acolo unde mai este folosit; unde nu mai este, opriți copierea sau scoateți programul din listă.',
    'backup-failing': 'La „Setări” vedeți unde se scrie și ce nu a mers.',
    'clock-behind':
      'După acest ceas, un token de aici ar fi fost obținut abia la {{time}}. Potriviți ceasul; până atunci termenele sunt greșite.',
  },
  backupFailing: {
    never: 'Copia de siguranță zilnică nu a fost scrisă încă niciodată',
    last: 'Copia de siguranță zilnică nu reușește; ultima este din {{time}}',
  },
  clockBehind: 'Ceasul acestui calculator este în urmă',
  away: {
    sentence: 'Cât timp ați lipsit: {{what}}',
    since: 'Începând cu {{time}}.',
    renewed_one: '{{count}} cont prelungit',
    renewed_few: '{{count}} conturi prelungite',
    renewed_other: '{{count}} de conturi prelungite',
    needCertificate_one: '{{count}} cont necesită certificat',
    needCertificate_few: '{{count}} conturi necesită certificat',
    needCertificate_other: '{{count}} de conturi necesită certificat',
    needPerson_one: '{{count}} cont de rezolvat',
    needPerson_few: '{{count}} conturi de rezolvat',
    needPerson_other: '{{count}} de conturi de rezolvat',
  },
  act: {
    renew: 'Prelungește',
    renewDue: 'Prelungește tot ce este scadent',
    signIn: 'Reautentificare…',
    openAccount: 'Deschide contul',
    openCertificates: 'Deschide certificatele',
    openSettings: 'Deschide setările',
    dismiss: 'Ascunde',
    about: '{{act}}: {{notice}}',
    tomorrow: 'Amintește-mi mâine',
    nextThreshold_one: 'Amintește-mi cu o zi înainte',
    nextThreshold_few: 'Amintește-mi cu {{count}} zile înainte',
    nextThreshold_other: 'Amintește-mi cu {{count}} de zile înainte',
    nextThresholdEnd: 'Amintește-mi la expirare',
  },
  settings: {
    heading: 'Cu fereastra închisă',
    staysInTray: 'Prelungește în continuare din zona de notificare când fereastra este închisă',
    noTray:
      'Acest mediu desktop nu afișează pictograme în zona de notificare, deci Taxpass se închide odată cu fereastra: fără pictogramă nu s-ar mai putea ajunge la el. În GNOME le adaugă extensia AppIndicator.',
    endsWithWindow: 'Cât timp Taxpass nu rulează, nu se prelungește nimic.',
    startsAtLogin: 'Pornește odată cu calculatorul, fără fereastră',
    notInstalled: 'Taxpass poate porni odată cu calculatorul numai dacă este instalat; în modul de exercițiu nu poate.',
  },
};
