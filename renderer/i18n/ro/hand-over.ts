import type { handOver as handOverEn } from '../en/hand-over.ts';
import type { Romanian } from '../texts.ts';
/** Giving a copy of the access token to another program. */
export const handOver: Romanian<typeof handOverEn> = {
  heading: 'Programe care au o copie',
  none: 'Niciun program nu a primit de aici o copie.',
  /** R17, S14. */
  warning:
    'Cine are tokenul de acces poate acționa în numele titularului până când tokenul expiră. Tratați-l ca pe un document de valoare: dați-l numai unui program care are nevoie de el.',
  ownSignIn:
    'Un program care prelungește singur tokenurile nu primește o copie, ci o autentificare proprie. Tokenul de reîmprospătare nu se dă niciodată; două programe care prelungesc cu același token își opresc unul altuia accesul.',
  open: 'Copiază tokenul de acces…',
  needsToken: 'Nu există un token de acces valabil de copiat. Obțineți mai întâi unul nou.',
  dialog: {
    title: 'Copierea tokenului de acces pentru un program',
    name: 'Program',
    nameHint: 'Cum numiți programul care îl primește. Aici apare cu data la care îi expiră copia.',
    nameProblem: 'Scrieți numele programului.',
    way: 'Cum primește tokenul',
    clipboard: 'Se copiază, pentru a fi lipit acolo',
    clipboardNote: 'Rămâne un minut în clipboard. Fiecare token de acces nou trebuie copiat din nou.',
    file: 'Un fișier actualizat automat',
    fileNote:
      'Conține exact tokenul, fără sfârșit de rând, și numai dumneavoastră îl puteți citi. Fiecare token de acces nou se scrie în el; oprirea copierii, revocarea și expirarea tokenului îl șterg. Alegeți un folder care nu este sincronizat, partajat sau inclus în copii de siguranță: astfel de foldere sunt refuzate când sunt recunoscute.',
    fileOnDemand:
      'La acest cont tokenul de acces se obține numai la cerere: apăsați „{{act}}” de fiecare dată când programul are nevoie de unul nou, iar fișierul se scrie din nou.',
    confirm: 'Continuă…',
    asking: 'Întrebarea este într-o fereastră separată.',
  },
  declined: 'Nu s-a copiat nimic.',
  copied: 'Tokenul de acces este în clipboard, pentru {{recipient}}.',
  written: 'Fișierul pentru {{recipient}} a fost scris.',
  way: {
    clipboard: 'Prin clipboard, {{time}}',
    file: 'Fișier, scris ultima dată: {{time}}',
    'file-elsewhere':
      'Fișier pe celălalt calculator, de pe care provine contul, scris ultima dată: {{time}}. Acolo nu se mai scrie niciun token mai nou.',
  },
  /** How a recipient's copy stands. */
  copy: {
    current: 'Are tokenul actual, care funcționează până la {{time}}, {{relative}}.',
    currentEnded: 'Are cel mai nou token, care a expirat.',
    previous: '{{recipient}} are încă o copie anterioară, care funcționează până la {{time}}, {{relative}}.',
    previousEnded: 'Copia pe care o avea a expirat. Dați-i una nouă.',
    unfinished:
      'Fișierul nu este scris încă: Taxpass s-a închis înainte. Se scrie la următoarea pornire sau prelungire.',
    fileEnded: 'Tokenul a expirat, iar fișierul a fost șters. Următoarea prelungire îl scrie din nou.',
    fileEndedElsewhere: 'Tokenul a expirat, iar fișierul a fost șters. Acest calculator nu prelungește contul.',
    /** The account is renewed on another computer. */
    unknown:
      'Are ultimul token cunoscut de acest calculator, care funcționează până la {{time}}, {{relative}}. Dacă există unul mai nou știe numai calculatorul care prelungește contul.',
    unknownEnded:
      'Are ultimul token cunoscut de acest calculator, care a expirat. Dacă există unul mai nou știe numai calculatorul care prelungește contul.',
  },
  again: 'Copiază din nou…',
  againFor: 'Copiază din nou pentru {{recipient}}…',
  otherFile: 'Scrie un fișier nou…',
  otherFileFor: 'Scrie un fișier nou pentru {{recipient}}…',
  stop: 'Oprește…',
  stopFor: 'Oprește pentru {{recipient}}…',
  delist: 'Scoate din listă…',
  delistFor: 'Scoate din listă: {{recipient}}…',
  stopping: {
    title: 'Opriți copierea pentru {{recipient}}?',
    delistTitle: 'Scoateți {{recipient}} din listă?',
    file: 'Fișierul se șterge și nu se mai scrie niciun token nou. Ce a citit deja programul funcționează până când expiră.',
    clipboard:
      'Programul nu primește nimic automat: se scoate doar din această listă. Copia pe care o are funcționează până când expiră.',
    'file-elsewhere':
      'Programul se scoate din această listă. Fișierul este pe celălalt calculator, de pe care provine contul: ștergeți-l acolo. Copia din el funcționează până când expiră.',
    confirm: 'Oprește',
    delistConfirm: 'Scoate din listă',
    done: '{{recipient}} nu mai primește copii.',
    deleted: '{{recipient}} nu mai primește copii; fișierul a fost șters.',
  },
  clipboard: {
    label: 'Clipboard',
    text: 'Tokenul de acces pentru {{recipient}} este în clipboard. Se șterge peste {{span}}.',
    previous:
      'În clipboard este tokenul de acces anterior pentru {{recipient}}: copiați-l pe cel nou. Se șterge peste {{span}}.',
    longer: 'Încă un minut',
    clear: 'Șterge acum',
    cleared: 'Tokenul nu mai este în clipboard.',
  },
  /** After a removal. */
  filesLeftTitle: 'Au rămas fișiere cu tokenuri',
  /** Then the places. */
  filesLeft:
    'Taxpass nu a putut șterge fișierele cu tokenuri din locurile de mai jos: acolo se află altceva, sunt folosite de alt program sau unitatea lor nu este conectată. Verificați și ștergeți dumneavoastră ce conține un token:',
  /** Why a recipient's file is not fresh, or was not deleted; also why one could not be written at all. */
  fileProblem: {
    missing: 'Fișierul sau folderul lui nu mai există. Nu a fost scris din nou.',
    'folder-gone':
      'Folderul lui nu este disponibil, deci nu a putut fi șters. Dacă se află pe o unitate externă, conectați-o din nou.',
    changed: 'În acel loc se află ceva ce nu este scris de Taxpass. A rămas neatins.',
    moved: 'Un folder de pe calea fișierului a fost înlocuit cu o legătură. Nu s-a scris nimic acolo.',
    place: 'Folderul lui este acum sincronizat, partajat sau deschis altora. Tokenul nou nu a fost scris acolo.',
    'not-private': 'Discul nu poate păstra un fișier numai pentru dumneavoastră, de aceea tokenul nu a fost scris.',
    'disk-full': 'Discul este plin.',
    'no-permission': 'Nu aveți drept de scriere în folder.',
    'disk-error': 'Discul a raportat o eroare.',
  },
  /** Why a token may not be written to a folder. */
  place: {
    'own-folder': 'Este folderul propriu al Taxpass.',
    temporary: 'Este un folder pentru fișiere temporare, în care se pot uita și alții și care se golește oricând.',
    synced: 'Este sincronizat de {{by}}: o copie ar ajunge pe alte calculatoare.',
    shared: 'Este un folder partajat cu alții.',
    network: 'Se află pe alt calculator ({{by}}).',
    'others-can-read': 'Alți utilizatori ai acestui calculator se pot uita în el.',
    'others-can-write':
      'Alți utilizatori ai acestui calculator pot modifica ce este în el sau într-un folder de deasupra lui.',
  },
};
