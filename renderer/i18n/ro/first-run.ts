import type { firstRun as firstRunEn, help as helpEn } from '../en/first-run.ts';
import type { Romanian } from '../texts.ts';

/** The first page, where there is no account yet; and what the steps of a first sign-in say. */
export const firstRun: Romanian<typeof firstRunEn> = {
  title: 'Încă niciun cont',
  intro:
    'Un cont înseamnă o persoană care se autentifică și o aplicație înrolată la autoritate. Începeți cu ce aveți: tot ce introduceți se păstrează, iar restul poate urma în altă zi.',
  otherAuthority: 'Autentificare la {{authority}}',
  need: 'De ce aveți nevoie',
  systems: 'Tokenul îl obține un program, nu se autentifică nimeni (pentru integratori)',
  then: 'Cheile și tokenurile se păstrează criptate pe acest calculator și ajung numai la autoritate.',
  needs: {
    anaf: {
      certificate:
        'Certificatul digital calificat cu rol SPV PJ: pe un token USB, în depozitul de certificate al acestui calculator sau ca fișier .p12, împreună cu parola lui.',
      application: 'Din pagina ANAF „Profil OAuth”: Callback URL, serviciile, Client ID și Client Secret.',
    },
    'skatteverket-org': {
      certificate:
        'Certificatul de organizație („organisationslegitimation”) de la Expisoft: fișierul .p12 și PIN-ul lui.',
      oauth2: 'Perechea de chei marcată OAuth2: OAuth2 client ID și OAuth2 client secret.',
      apigw:
        'Perechea marcată APIgw: APIgw client ID și APIgw client secret. Poate veni mai târziu; autentificarea merge și fără ea.',
      registered: 'Redirect URI-ul și scope-urile înregistrate; un scope arată la ce dă acces tokenul.',
    },
    'skatteverket-per': {
      certificate: 'Un e-ID suedez.',
      oauth2: 'Perechile de chei marcate OAuth2 și APIgw, emise pentru autentificarea cu e-ID.',
      registered: 'Redirect URI-urile și scope-urile înregistrate; un scope arată la ce dă acces tokenul.',
    },
    'skatteverket-sysorg': {
      certificate: 'Certificatul de organizație de la Expisoft: fișierul .p12 și PIN-ul lui.',
      oauth2:
        'Perechile de chei marcate OAuth2 și APIgw, emise pentru un sistem cu certificat de organizație, și scope-urile.',
    },
    'skatteverket-sys': {
      oauth2: 'Perechile de chei marcate OAuth2 și APIgw, emise pentru un sistem, și scope-urile.',
    },
  },
  begin: {
    token: 'Autentificare cu certificatul de pe tokenul meu USB…',
    tokenTitle: 'Certificatul meu este pe un token USB',
    tokenNote:
      'Sau în depozitul de certificate al acestui calculator. Se deschide o fereastră cu paginile ANAF, iar Taxpass întreabă ce certificat să folosească.',
    fileTitle: 'Certificatul meu este într-un fișier',
    file: 'Autentificare cu un fișier cu certificat (.p12)…',
    organisation: 'Autentificare cu certificatul de organizație (.p12)…',
    keys: 'Completează cheile primite…',
    keysNote: 'Pentru început ajunge o pereche sau numai o parte din ea.',
  },
  keys: {
    title: 'Chei: {{profile}}',
    text: 'Introduceți ce ați primit. Restul poate urma: ce lipsește încă se vede pe prima pagină și la „Aplicații”.',
  },
  fileNote: 'Taxpass cere fișierul, apoi parola lui (PIN).',
  saveForLater: 'Salvează pentru altă dată',
  savedForLater: 'S-a salvat {{name}}. Continuați de pe prima pagină sau de la „Aplicații”.',
  underWay: {
    heading: 'Aplicații începute',
    ready: 'Completă: se poate face autentificarea.',
    fill: 'Completează restul…',
    fillFor: 'Completează restul pentru {{name}}…',
    signIn: 'Continuă cu autentificarea…',
    signInFor: 'Continuă cu autentificarea: {{name}}…',
    certificates_one: 'Importat deja: certificatul titularului {{holders}}.',
    certificates_few: 'Importate deja: certificatele titularilor {{holders}}.',
    certificates_other: 'Importate deja: certificatele titularilor {{holders}}.',
  },
  callback: {
    anaf: 'Callback URL de înregistrat la ANAF',
    skatteverket: 'Redirect URI de înregistrat la Skatteverket',
    exactly: 'Înregistrați-l exact așa, caracter cu caracter, și introduceți-l la fel în Taxpass.',
    why: {
      loopback:
        'Alegeți-l pe acesta: merge în fereastra Taxpass și cu browserul dumneavoastră, pentru care Taxpass ascultă la această adresă cât durează autentificarea.',
      astray:
        'Cel din exemplul ANAF cu Postman. Dacă îl aveți deja înregistrat, este bun: fereastra Taxpass îl prinde înainte să se trimită ceva. Nu merge cu browserul dumneavoastră.',
      caught:
        'Acolo nu trebuie să asculte nimeni: Taxpass parcurge singur autentificarea și se oprește la această adresă.',
      protocol: 'Browserul predă singur autentificarea către Taxpass.',
      pasted: 'Unde se acceptă numai https. Lipiți adresa la care s-a oprit browserul.',
      relayed: 'O pagină a dumneavoastră predă autentificarea către Taxpass.',
    },
    several: 'Se pot înregistra mai multe („+”); cu amândouă puteți alege și mai târziu.',
  },
  elsewhere: {
    heading: 'De pe alt calculator',
    text: 'Ați folosit Taxpass pe alt calculator sau aveți o copie de siguranță? Deschideți fișierul scris de Taxpass.',
    open: 'Importă conturi de pe alt calculator…',
  },
  practise: {
    heading: 'Mai întâi un exercițiu',
    text: 'Taxpass aduce un ANAF și un Skatteverket de exercițiu, care rulează numai pe acest calculator. Modul de exercițiu are fereastra lui și datele lui și poate fi deschis în același timp.',
    open: 'Deschide modul de exercițiu',
    opened: 'Modul de exercițiu se deschide într-o fereastră separată.',
    line: 'Sau porniți-l cu această linie',
    windows: 'În „Run” (Windows+R); dacă nu este găsit, puneți în față folderul în care este Taxpass.',
    mac: 'În Terminal.',
    linux: 'Într-un terminal.',
  },
  copy: 'Copiază',
  copyAddress: 'Copiază {{address}}',
  copied: 'S-a copiat: {{address}}',
};

/** Help: what stands around its articles, which are read when they are asked for. */
export const help: Romanian<typeof helpEn> = {
  topics: 'Subiecte de ajutor',
  gives: 'Acum aveți:',
  about: {
    'register-anaf': 'Cum se înrolează aplicația la ANAF, pas cu pas',
    'register-skatteverket': 'Cum se obțin cheile și certificatul pentru Skatteverket, pas cu pas',
    'usb-token': 'De ce are nevoie calculatorul pentru un token USB și ce faceți dacă nu apare nimic',
    storage: 'Ce păstrează Taxpass și la ce folosește o frază de acces',
  },
  /** A press of the mouse, after the key that is held with it. */
  click: 'clic',
  shortcuts: {
    next: 'La câmpul sau butonul următor',
    previous: 'La cel anterior',
    landmark: 'De la conturi la pagina deschisă și înapoi',
    choose: 'Alege între file, în liste și între opțiuni',
    ends: 'La primul cont din listă, la ultimul',
    pages: 'Cu un ecran de conturi mai sus sau mai jos',
    name: 'În listă: la contul al cărui nume începe așa',
    select: 'Selectează și acest cont',
    selectRange: 'Selectează toate conturile până la acesta',
    press: 'Apasă butonul; într-un formular, continuă',
    close: 'Închide dialogul; ce ați scris nu se pierde fără o întrebare',
    search: 'Caută în conturi',
    help: 'Deschide ajutorul',
    settings: 'Deschide setările',
    larger: 'Text mai mare',
    smaller: 'Text mai mic',
    usualSize: 'Mărimea obișnuită',
    closeWindow: 'Închide fereastra; dacă Taxpass rămâne în zona de notificare, prelungește în continuare',
  },
};
