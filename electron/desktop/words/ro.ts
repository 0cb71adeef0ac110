import type { Romanian } from './texts.ts';

/** What the main process says, in Romanian. */
export const ro: Romanian = {
  language: 'ro',
  locale: 'ro-RO',
  windowTitle: { real: 'Taxpass', practice: 'Taxpass: exercițiu' },
  cancel: 'Anulează',
  startFailed: 'Taxpass nu a putut porni',
  startFailedText:
    'Nimic nu a fost modificat sau șters. Încercați din nou; dacă se repetă, raportați problema cu această referință: {reference}',
  menu: {
    file: 'Fișier',
    close: 'Închide fereastra',
    quit: 'Închide Taxpass',
    edit: 'Editare',
    undo: 'Anulare',
    redo: 'Refă',
    cut: 'Decupează',
    copy: 'Copiază',
    paste: 'Lipește',
    delete: 'Șterge',
    selectAll: 'Selectează tot',
    view: 'Vizualizare',
    resetZoom: 'Dimensiune reală',
    zoomIn: 'Mărește',
    zoomOut: 'Micșorează',
    toggleDevTools: 'Instrumente pentru dezvoltatori',
    window: 'Fereastră',
    minimize: 'Minimizează',
    about: 'Despre Taxpass',
    services: 'Servicii',
    hide: 'Ascunde Taxpass',
    hideOthers: 'Ascunde celelalte',
    unhide: 'Afișează tot',
    zoom: 'Redimensionează',
    front: 'Adu tot în față',
  },
  files: {
    chooseCertificate: 'Alegeți fișierul certificatului digital',
    chooseTokens: 'Alegeți fișierul cu tokenurile',
    chooseCa: 'Alegeți certificatul CA al rețelei dumneavoastră',
    chooseKey: 'Alegeți fișierul cu cheia publică',
    chooseBackupFolder: 'Alegeți folderul pentru copiile de siguranță',
    openTransfer: 'Deschideți un fișier Taxpass',
    saveTransfer: 'Salvați fișierul pentru celălalt calculator',
    saveTokens: 'Alegeți unde se scrie fișierul',
    save: 'Salvați fișierul',
    certificates: 'Fișiere de certificat (P12, PFX)',
    caCertificates: 'Certificate (PEM, CRT, CER, DER)',
    keys: 'Chei și certificate (PEM, CER, DER, JSON)',
    transfers: 'Fișiere Taxpass (taxpass)',
    all: 'Toate fișierele',
  },
  signInWindow: {
    title: 'Autentificare — {host}',
    noMoreMessages: 'Fără alte mesaje de la această pagină',
    strip: {
      connecting: 'Se conectează la {host} …',
      verified: 'Conexiune verificată',
      noPage: 'Încă nicio pagină',
      certificate: {
        offered: 'Această pagină primește certificatul dumneavoastră când îl cere',
        withheld: 'Această pagină nu primește certificatul dumneavoastră',
        none: 'Aici nu se folosește niciun certificat',
      },
    },
  },
  loopback: {
    returned: {
      title: 'Puteți închide această filă și reveni la Taxpass',
      text: 'Autentificarea s-a întors pe acest calculator. Taxpass cere acum tokenul de acces și vă spune cum s-a încheiat.',
    },
    refused: {
      title: 'Puteți închide această filă și reveni la Taxpass',
      text: 'De data aceasta autentificarea nu a dus la un token de acces. Taxpass vă spune de ce.',
    },
    nothing: {
      title: 'Aici nu este nimic',
      text: 'Această adresă este a programului Taxpass și funcționează o singură dată. Dacă tocmai vă autentificați, reveniți la Taxpass și deschideți din nou de acolo pagina de autentificare.',
    },
  },
  tray: {
    count: '{title}: {need}',
    open: 'Deschide Taxpass',
    renew: 'Prelungește tokenurile scadente',
    quit: 'Închide Taxpass',
    nothingNeedsYou: 'Nimic nu necesită atenția dumneavoastră',
  },
  needYou: {
    one: '{count} situație necesită atenția dumneavoastră',
    few: '{count} situații necesită atenția dumneavoastră',
    other: '{count} de situații necesită atenția dumneavoastră',
  },
  toKnow: { one: '{count} informare', few: '{count} informări', other: '{count} de informări' },
  accounts: { one: '{count} cont', few: '{count} conturi', other: '{count} de conturi' },
  staying: {
    message: 'Taxpass continuă să prelungească tokenurile',
    detail:
      'Fereastra este închisă; pictograma rămâne în zona de notificare, ca niciun token să nu expire pe nesimțite. Închideți programul de acolo sau schimbați acest comportament în Taxpass, la „Setări”.',
    goOn: 'Continuă prelungirea',
    quit: 'Închide Taxpass',
  },
  unsaved: {
    message: 'Tokenurile noi nu au putut fi salvate',
    detail:
      'Autoritatea a emis tokenuri noi, dar discul nu le primește: este plin sau nu se poate scrie pe el. Dacă Taxpass se închide acum, tokenurile se pierd și este nevoie de o nouă autentificare cu certificatul digital. Eliberați spațiu pe disc și încercați din nou.',
    tryAgain: 'Încearcă din nou',
    quitAnyway: 'Închide și pierde tokenurile',
  },
  notices: {
    'certificate-ends': {
      coming: 'Certificatul digital al titularului {holder} expiră {when}: {accounts}.',
      past: 'Certificatul digital al titularului {holder} a expirat {when}: {accounts}.',
    },
    'sign-in-by': {
      coming: '{holder}: următoarea autentificare cu certificatul digital este necesară {when}, pentru {accounts}.',
      past: '{holder}: este necesară o autentificare cu certificatul digital pentru {accounts}.',
    },
    'sign-in-needed': {
      coming:
        '{holder}: prelungirea nu mai este posibilă pentru {accounts}. Programele încă funcționează, dar se opresc {when}. Autentificați-vă înainte.',
      past: '{holder}: programele s-au oprit pentru {accounts}. Autentificați-vă cu certificatul digital.',
    },
    'renewal-failing': {
      coming: '{holder}: prelungirea eșuează pentru {accounts}. Programele se opresc {when}.',
      past: '{holder}: prelungirea eșuează pentru {accounts}, iar programele s-au oprit.',
    },
    'answer-lost': {
      coming:
        '{holder}: răspunsul autorității s-a pierdut pentru {accounts}. Prelungiți sau autentificați-vă; programele se opresc {when}.',
      past: '{holder}: răspunsul autorității s-a pierdut pentru {accounts}. Prelungiți sau autentificați-vă.',
    },
    'other-copy': {
      coming: '{holder}: după preluare nu s-a făcut încă nicio prelungire pentru {accounts}. Tokenurile expiră {when}.',
      past: '{holder}: după preluare nu s-a făcut nicio prelungire pentru {accounts}. Tokenurile au expirat.',
    },
    'elsewhere-ends': {
      coming: '{holder}: tokenurile pentru {accounts}, pe care le prelungește alt calculator, expiră aici {when}.',
      past: '{holder}: tokenurile pentru {accounts}, pe care le prelungește alt calculator, au expirat aici.',
    },
    'old-copy': {
      coming:
        '{recipients}: copia vechiului token al titularului {holder} expiră {when}. Este nevoie de o copie a tokenului nou.',
      past: '{recipients}: copia vechiului token al titularului {holder} a expirat. Este nevoie de o copie a tokenului nou.',
    },
    'backup-failing': 'Copia de siguranță zilnică nu a putut fi scrisă.',
    'clock-behind':
      'Ceasul acestui calculator este rămas în urmă. Termenele afișate sunt greșite până când îl potriviți.',
    away: {
      sentence: 'Cât ați lipsit: {what}.',
      renewed: { one: '{count} prelungire', few: '{count} prelungiri', other: '{count} de prelungiri' },
      needCertificate: {
        one: '{count} cont necesită un certificat',
        few: '{count} conturi necesită un certificat',
        other: '{count} de conturi necesită un certificat',
      },
      needPerson: {
        one: '{count} cont necesită atenția dumneavoastră',
        few: '{count} conturi necesită atenția dumneavoastră',
        other: '{count} de conturi necesită atenția dumneavoastră',
      },
    },
  },
  questions: {
    name: '„{name}”',
    moreNames: 'încă {count}',
    'use-passphrase': {
      title: 'Folosirea unei fraze de acces',
      message: 'De acum înainte deschideți seiful cu o frază de acces?',
      detail:
        'Depozitul de chei al acestui calculator nu îl va mai deschide. Fraza de acces tocmai introdusă se cere la fiecare pornire și nimeni nu o poate recupera. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Folosește fraza de acces',
    },
    'set-recovery': {
      title: 'Setarea unei fraze de recuperare',
      message: 'Permiteți ca o frază de recuperare să deschidă seiful?',
      detail:
        'Oricine o cunoaște poate deschide o copie a seifului pe orice calculator și poate debloca fereastra. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Setează fraza de recuperare',
    },
    'replace-recovery': {
      title: 'Înlocuirea frazei de recuperare',
      message: 'Înlocuiți fraza de recuperare fără a o introduce pe cea de până acum?',
      detail:
        'Cea de până acum nu mai deschide nimic aici. Oricine o cunoaște pe cea nouă poate deschide o copie a seifului pe orice calculator și poate debloca fereastra. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Înlocuiește fraza de recuperare',
    },
    'remove-recovery': {
      title: 'Eliminarea frazei de recuperare',
      message: 'Eliminați fraza de recuperare?',
      detail:
        'Dacă depozitul de chei sau fraza de acces se pierde, se pierd și toate certificatele și tokenurile de aici. Dacă seiful este deschis de depozitul de chei, nici fereastra nu mai poate fi blocată. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Elimină fraza de recuperare',
    },
    'trust-ca': {
      title: 'Încredere într-o autoritate de certificare',
      message: 'Acordați încredere ca „{subject}” să garanteze pentru serverele autorităților fiscale?',
      detail:
        'Emis de: „{issuer}”\nValabil până la: {until}\nSHA-256: {fingerprint}\n\nCine are cheia acestei autorități de certificare poate citi și modifica tot ce trece între Taxpass și autoritățile fiscale: tokenuri, autentificări și ceea ce se depune. Continuați numai dacă fișierul v-a fost dat de administratorul rețelei dumneavoastră și comparați amprenta împreună cu el. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Acordă încredere',
    },
    request: {
      title: 'Trimitere la autoritatea reală',
      message: 'Trimiteți acest apel {method} în numele titularului „{holder}”?',
      detail:
        'Ajunge la {place}. Efectul lui acolo este real: poate depune sau modifica ceva la autoritatea fiscală, în numele titularului tokenului. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Trimite apelul',
    },
    revoke: {
      title: 'Revocarea tokenurilor',
      message: 'Cereți ca {place} să revoce tokenurile contului „{account}”?',
      detail:
        'Dacă le revocă, programele care le folosesc se opresc și cineva trebuie să se autentifice din nou. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Revocă',
    },
    'remove-account': {
      title: 'Eliminarea unui cont',
      message: 'Eliminați „{account}” de pe acest calculator?',
      detail: '{lost} Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Elimină contul',
    },
    'remove-application': {
      title: 'Eliminarea unei aplicații',
      message: {
        one: 'Eliminați aplicația „{application}” și contul ei?',
        few: 'Eliminați aplicația „{application}” și cele {count} conturi ale ei?',
        other: 'Eliminați aplicația „{application}” și cele {count} de conturi ale ei?',
      },
      detail: {
        one: 'Odată cu ea dispar client secret și acest cont: {names}. {lost} Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
        few: 'Odată cu ea dispar client secret și aceste conturi: {names}. {lost} Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
        other:
          'Odată cu ea dispar client secret și aceste conturi: {names}. {lost} Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      },
      confirm: 'Elimină aplicația',
    },
    copy: {
      title: 'Copierea tokenului de acces',
      message: 'Copiați tokenul de acces al titularului „{holder}” pentru „{recipient}”?',
      detail:
        'Oricine are acest token poate acționa la autoritatea fiscală în numele titularului până când tokenul expiră. Tratați-l ca pe un document de valoare: dați-l numai programului „{recipient}” și nimănui altcuiva.\n\nRămâne un minut în clipboard. Un istoric al clipboardului sau un clipboard partajat între dispozitive îl poate păstra mai mult: dezactivați-le mai întâi. Tokenul de reîmprospătare nu se copiază. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Copiază tokenul',
    },
    file: {
      title: 'Scrierea tokenului de acces într-un fișier',
      message: 'Scrieți tokenul de acces al titularului „{holder}” într-un fișier pentru „{recipient}”?',
      detail:
        'Fișierul nu este criptat: cine îl poate citi poate acționa la autoritatea fiscală în numele titularului până când tokenul expiră. Tratați-l ca pe un document de valoare și feriți-l de oricine nu are nevoie de el.\n\nTaxpass îl face accesibil numai pentru dumneavoastră, scrie în el fiecare token de acces nou și îl șterge când opriți copierea. Alegeți un folder care nu este sincronizat, partajat sau inclus în copii de siguranță. Tokenul de reîmprospătare nu se scrie. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Alege fișierul…',
    },
    report: {
      title: 'Salvarea tokenurilor pentru autoritatea fiscală',
      message: {
        one: 'Scrieți într-un fișier {count} token de acces încă valabil?',
        few: 'Scrieți într-un fișier {count} tokenuri de acces încă valabile?',
        other: 'Scrieți într-un fișier {count} de tokenuri de acces încă valabile?',
      },
      detail:
        'Fișierul nu este criptat și este destinat numai autorității fiscale: oricine îl citește poate folosi aceste tokenuri până când sunt blocate sau expiră. Trimiteți-l pe o cale pe care o poate citi numai autoritatea, apoi ștergeți-l. Nu conține nici tokenul de reîmprospătare, nici client secret. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Alege fișierul…',
    },
    move: {
      title: 'Mutarea conturilor',
      message: {
        one: 'Mutați un cont în fișierul „{file}”?',
        few: 'Mutați {count} conturi în fișierul „{file}”?',
        other: 'Mutați {count} de conturi în fișierul „{file}”?',
      },
      detail:
        'În el intră tokenurile de reîmprospătare și client secret. Oricine are fișierul și fraza lui de acces poate acționa la autoritatea fiscală în numele titularilor. Acest calculator nu mai prelungește aceste conturi. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      detailWithKeys:
        'În el intră tokenurile de reîmprospătare și client secret, precum și certificatele digitale, cu cheile private păstrate aici. Oricine are fișierul și fraza lui de acces poate acționa la autoritatea fiscală în numele titularilor. Acest calculator nu mai prelungește aceste conturi. Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
      confirm: 'Mută conturile',
    },
  },
  lost: {
    nothing: 'Nu se pierde niciun token.',
    'access-token':
      'Tokenurile de acces se șterg aici, împreună cu fișierele actualizate automat pentru alte programe. Cele care pot fi raportate drept compromise se păstrează criptate până expiră, numai în acest scop.',
    renewable:
      'Tokenurile de acces și de reîmprospătare se șterg aici, împreună cu fișierele actualizate automat pentru alte programe. Numai o nouă autentificare mai aduce tokenuri. Tokenurile de acces care pot fi raportate drept compromise se păstrează criptate până expiră, numai în acest scop.',
  },
};
