import type { vault as vaultEn } from '../en/vault.ts';
import type { Romanian } from '../texts.ts';
/** What is said while the sealed storage is not ready, and of what protects it. */
export const vault: Romanian<typeof vaultEn> = {
  opening: 'Se deschide seiful…',
  nothingDeleted: 'Nu s-a șters nimic.',
  reason: 'Sistemul comunică: {{reason}}',
  reasons: {
    'no-keychain': 'Nu există un depozit de chei care să păstreze un secret.',
    'keychain-locked': 'Depozitul de chei este blocat.',
    'keychain-refused': 'Depozitul de chei refuză sau nu cunoaște cheia: poate fi al altui utilizator sau unul nou.',
    'disk-full': 'Discul este plin.',
    'no-permission': 'Nu aveți drept de citire sau de scriere în folder.',
    'disk-error': 'Discul a raportat o eroare.',
    'not-durable': 'Discul nu a confirmat scrierea definitivă.',
  },
  keychainHelp: {
    linux:
      'În Linux, instalați și deblocați gnome-keyring sau KWallet (KDE Wallet), deconectați-vă și conectați-vă din nou la sesiunea desktop, apoi încercați din nou.',
    other: 'Deblocați depozitul de chei al sistemului, apoi încercați din nou.',
  },
  unavailable: {
    title: 'Depozitul de chei al acestui calculator nu este disponibil',
    why: 'Taxpass criptează toate cheile și tokenurile cu o cheie păstrată în depozitul de chei al sistemului. Fără ea nu se poate citi nimic, iar Taxpass nu salvează niciodată nimic neprotejat.',
  },
  disk: {
    title: 'Seiful nu poate fi citit sau scris pe disc',
    why: 'Sistemul nu a permis Taxpass să citească sau să scrie în folderul său.',
    now: 'Remediați cauza, apoi încercați din nou.',
  },
  'no-vault-yet': {
    title: 'Protejați datele pe care le veți păstra',
    why: 'Taxpass criptează toate cheile și tokenurile. De obicei cheia este păstrată de depozitul de chei al sistemului, dar pe acest calculator nu este posibil.',
    choice:
      'Puteți face disponibil depozitul de chei și încerca din nou sau puteți alege o frază de acces care deschide seiful:',
    renewal:
      'Fraza de acces se cere la fiecare pornire. Până atunci nu se poate prelungi nimic: după o repornire, deschideți Taxpass înainte ca tokenurile să expire.',
    lost: 'Nimeni nu poate recupera o frază de acces pierdută. Notați-o și păstrați-o acolo unde țineți scrisorile cu PIN.',
    create: 'Creează seiful',
  },
  locked: {
    title: 'Seiful este blocat',
    why: 'Se deschide cu fraza de acces. Până atunci nu se prelungește nimic.',
    recovery: 'Dacă ați uitat-o, îl deschide și fraza de recuperare, dacă ați stabilit una.',
    windowTitle: 'Fereastra este blocată',
    windowWhy:
      'Tokenurile se prelungesc în continuare. Fereastra reapare cu fraza de acces sau cu fraza de recuperare.',
    unlock: 'Deblochează',
  },
  recovery: {
    heading: 'Deschideți seiful cu fraza de recuperare',
    text: 'Apoi cheia se păstrează în depozitul de chei disponibil, dacă există unul.',
    open: 'Deschide',
    none: 'Pentru acest seif nu a fost stabilită o frază de recuperare, deci îl poate deschide numai acel depozit de chei.',
  },
  corrupt: {
    title: 'Seiful nu poate fi citit',
    why: 'Fișierele lui sunt deteriorate sau incomplete. Se află neatinse în folderul de mai jos.',
    now: 'Puneți la loc folderul dintr-o copie de siguranță sau faceți-i o copie și cereți ajutor. Apoi încercați din nou.',
    problems: 'Ce s-a constatat',
  },
  folder: 'Folder:',
  'backend-changed': {
    title: 'Depozitul de chei nu mai este cel dinainte',
    why: 'Seiful a fost criptat cu {{was}}; acum sistemul oferă {{is}}, care nu cunoaște cheia.',
    now: 'Intrați în sesiunea desktop folosită înainte sau faceți din nou disponibil depozitul ei de chei. Apoi încercați din nou.',
  },
  'wrong-key': {
    title: 'Cheia nu se potrivește cu seiful',
    keyFile:
      'Depozitul de chei a dat o cheie, dar nu cea cu care a fost criptat acest seif. Poate fi depozitul altui utilizator sau unul nou.',
    records:
      'Fișierul cu cheia se deschide, dar nimic altceva alături: fișierul key.json pare să provină din alt seif. Nicio înregistrare nu a fost considerată deteriorată.',
    now: 'Puneți la loc folderul așa cum era, dintr-o copie de siguranță, apoi încercați din nou.',
  },
  'in-use': {
    title: 'Seiful este deschis de alt Taxpass',
    here: 'Pe acest calculator scrie în el un program cu numărul {{pid}}. Două programe deodată ar putea pierde tokenuri.',
    elsewhere: 'Scrie în el un program de pe calculatorul „{{host}}”. Două programe deodată ar putea pierde tokenuri.',
    now: 'Închideți celălalt program, apoi încercați din nou.',
    stale: 'Dacă nu mai rulează',
    removeFile:
      'Dacă nu mai rulează sau dacă acest folder este doar o copie a celui folosit de el, ștergeți din folder acest fișier și încercați din nou:',
  },
  'other-computer': {
    title: 'Acest seif a fost folosit ultima dată pe alt calculator',
    why: 'A fost copiat aici sau sistemul acestui calculator a fost reinstalat. Dacă două calculatoare prelungesc aceleași tokenuri, fiecare le oprește pe ale celuilalt, iar conturile necesită autentificare cu certificatul.',
    until: 'Până răspundeți, aici nu se prelungește și nu se trimite nimic.',
    question: 'A fost mutat totul aici sau vreți numai să consultați?',
    answer: 'Continuă',
    as: {
      moved: 'Totul a fost mutat aici: de acum acest calculator prelungește tokenurile',
      'only-looking': 'Vreau numai să consult: le prelungește în continuare celălalt calculator',
    },
    asNote: {
      moved:
        'Vechiul calculator nu mai trebuie folosit pentru Taxpass: închideți-l mai întâi acolo. Alegeți aceasta și după o reinstalare.',
      'only-looking':
        'Aici nu se prelungește nimic și nu se mai face copia de siguranță zilnică. Puteți schimba aceasta mai târziu, la fiecare cont.',
    },
  },
  'newer-version': {
    title: 'Seiful a fost scris de un Taxpass mai nou',
    why: 'Are versiunea {{version}}, pe care acest program nu o cunoaște. Rămâne așa cum este.',
    now: 'Instalați cel mai nou Taxpass și deschideți-l din nou.',
  },
  damaged_one: '{{count}} înregistrare nu a putut fi citită și este omisă: {{records}}. Fișierul ei nu a fost șters.',
  damaged_few:
    '{{count}} înregistrări nu au putut fi citite și sunt omise: {{records}}. Fișierele lor nu au fost șterse.',
  damaged_other:
    '{{count}} de înregistrări nu au putut fi citite și sunt omise: {{records}}. Fișierele lor nu au fost șterse.',
  passphrase: {
    label: 'Frază de acces',
    again: 'Repetați fraza',
    current: 'Fraza de acces de până acum',
    currentRecovery: 'Fraza de recuperare de până acum',
    new: 'Frază de acces nouă',
    recovery: 'Frază de recuperare',
    newRecovery: 'Noua frază de recuperare',
    advice: 'Numărul minim de caractere: {{minimum}}. Sunt bune patru sau mai multe cuvinte fără legătură între ele.',
    empty: 'Scrieți fraza de acces.',
    short_one: 'Are un singur caracter; sunt necesare cel puțin {{minimum}}.',
    short_few: 'Are {{count}} caractere; sunt necesare cel puțin {{minimum}}.',
    short_other: 'Are {{count}} de caractere; sunt necesare cel puțin {{minimum}}.',
    different: 'Cele două nu sunt identice.',
  },
  protection: {
    heading: 'Protecția seifului',
    byKeychain: 'Depozitul de chei al acestui calculator ({{keychain}}) deschide singur seiful.',
    byPassphrase:
      'Seiful se deschide cu o frază de acces la fiecare pornire. După o repornire nu se prelungește nimic până când nu este scrisă.',
    lock: 'Blochează acum',
    usePassphrase: 'Comută la o frază de acces…',
    changePassphrase: 'Schimbă fraza de acces…',
    useKeychain: 'Comută la depozitul de chei…',
    usePassphraseText:
      'De acum fraza de acces se cere la fiecare pornire, iar depozitul de chei nu mai deschide seiful. Până nu este scrisă, nu se prelungește nimic. Nimeni nu poate recupera o frază de acces pierdută.',
    useKeychainText:
      'De acum seiful este deschis de depozitul de chei al acestui calculator și nu se mai cere o frază de acces.',
    recoveryNone:
      'Nu este stabilită o frază de recuperare. Dacă se pierde depozitul de chei al acestui calculator, se pierd și toate certificatele și tokenurile de aici.',
    recoveryNoneByPassphrase:
      'Nu este stabilită o frază de recuperare. Dacă fraza de acces este uitată, se pierd toate certificatele și tokenurile de aici.',
    recoverySet:
      'Este stabilită o frază de recuperare. Ea deschide seiful dacă se pierde depozitul de chei sau fraza de acces.',
    recoveryText:
      'Notați fraza și păstrați-o departe de acest calculator. Ea deschide seiful și deblochează fereastra.',
    setRecovery: 'Stabilește o frază de recuperare…',
    replaceRecovery: 'Înlocuiește fraza de recuperare…',
    forgottenRecovery: 'Am uitat-o…',
    forgottenRecoveryText:
      'Seiful este deschis de depozitul de chei al acestui calculator, deci fraza de recuperare poate fi înlocuită și fără cea de până acum, care nu va mai deschide nimic aici. Sistemul vă cere apoi confirmarea.',
    removeRecovery: 'Elimină…',
    removeRecoveryText: 'Scrieți fraza de recuperare încă o dată. Sistemul vă cere apoi confirmarea.',
    removeRecoveryConfirm: 'Elimină',
    saved: 'Protecția seifului a fost schimbată.',
    notices: {
      'key-file-previous-used':
        'Fișierul key.json era deteriorat; s-a folosit cel dinaintea lui. Schimbați fraza de acces sau fraza de recuperare pentru a avea din nou unul bun.',
      'key-reseal-failed':
        'Depozitul de chei a cerut criptarea din nou a cheii, dar aceasta nu a reușit. Ce exista funcționează în continuare.',
      'key-file-not-migrated':
        'Fișierul cu cheia nu a putut fi adus la forma cea mai nouă. Ce exista funcționează în continuare.',
      'opened-by-recovery':
        'De data aceasta seiful a fost deschis cu fraza de recuperare. Stabiliți o frază de acces nouă sau folosiți depozitul de chei, ca la următoarea pornire să nu mai fie nevoie de ea.',
    },
  },
};
