import type { activity as activityEn } from '../en/activity.ts';
import type { Romanian } from '../texts.ts';
/** The activity log. */
export const activity: Romanian<typeof activityEn> = {
  heading: 'Jurnal',
  about:
    'Ce s-a făcut, când, cum și cu ce rezultat. Înregistrările doar se adaugă, nu se modifică niciodată; CNP-urile sunt mascate.',
  filter: 'Afișează',
  allAccounts: 'Tot',
  accountOption: '{{name}} ({{application}})',
  exportCsv: 'Exportă ca CSV…',
  exported: 'Jurnalul a fost salvat.',
  loading: 'Se citește jurnalul…',
  empty: 'Nu s-a notat încă nimic. Ce se face de acum încolo apare aici.',
  showMore: 'Arată mai mult',
  table: 'Jurnal, începând cu cele mai noi',
  columns: { time: 'Ora', act: 'Acțiune', about: 'Pentru', who: 'Mod', result: 'Rezultat' },
  who: { person: 'Manual', program: 'Automat' },
  gap_one: 'Înregistrarea {{from}} lipsește sau nu poate fi citită.',
  gap_few: 'Înregistrările {{from}}–{{to}} lipsesc sau nu pot fi citite.',
  gap_other: 'Înregistrările {{from}}–{{to}} lipsesc sau nu pot fi citite.',
  /** A renewal where each token is got by signing in: nothing is renewed. */
  fetch: { done: 'Token de acces nou obținut', tried: 'Încercare de obținere a unui token de acces nou' },
  /** Each act as it is said when it was done, and when it was only tried. */
  acts: {
    'vault-open': { done: 'Seif deschis', tried: 'Încercare de deschidere a seifului' },
    'vault-moved': {
      done: 'Seif mutat pe acest calculator',
      tried: 'Încercare de mutare a seifului pe acest calculator',
    },
    'vault-look-only': {
      done: 'Seif de pe alt calculator deschis doar pentru consultare',
      tried: 'Încercare de deschidere pentru consultare a seifului de pe alt calculator',
    },
    'passphrase-change': { done: 'Frază de acces schimbată', tried: 'Încercare de schimbare a frazei de acces' },
    'companies-change': { done: 'Firmele contului modificate', tried: 'Încercare de modificare a firmelor contului' },
    'bring-back': {
      done: 'Prelungire reluată pe acest calculator',
      tried: 'Încercare de reluare a prelungirii pe acest calculator',
    },
    'certificate-import': { done: 'Certificat importat', tried: 'Încercare de import al unui certificat' },
    'certificate-removal': {
      done: 'Certificat eliminat de pe acest calculator',
      tried: 'Încercare de eliminare a unui certificat',
    },
    'application-save': { done: 'Aplicație salvată', tried: 'Încercare de salvare a unei aplicații' },
    'application-removal': {
      done: 'Aplicație eliminată de pe acest calculator',
      tried: 'Încercare de eliminare a unei aplicații',
    },
    'sign-in': { done: 'Autentificare', tried: 'Încercare de autentificare' },
    renewal: { done: 'Token prelungit', tried: 'Încercare de prelungire a tokenului' },
    'account-removal': {
      done: 'Cont eliminat de pe acest calculator',
      tried: 'Încercare de eliminare a unui cont',
    },
    'token-takeover': { done: 'Token existent preluat', tried: 'Încercare de preluare a unui token' },
    backup: { done: 'Copie de siguranță criptată creată', tried: 'Încercare de creare a unei copii de siguranță' },
    'compromise-report': {
      done: 'Raport despre tokenuri compromise întocmit',
      tried: 'Încercare de întocmire a unui raport despre tokenuri compromise',
    },
    'activity-export': { done: 'Jurnal exportat', tried: 'Încercare de export al jurnalului' },
    'ca-trust': {
      done: 'Autoritate de certificare adăugată ca fiind de încredere',
      tried: 'Încercare de adăugare a unei autorități de certificare',
    },
    'ca-removal': {
      done: 'Autoritate de certificare eliminată',
      tried: 'Încercare de eliminare a unei autorități de certificare',
    },
    'hand-over': {
      done: 'Copie dată programului {{recipient}}',
      tried: 'Încercare de a da o copie programului {{recipient}}',
    },
    'hand-over-stop': {
      done: 'Copierea pentru {{recipient}} a fost oprită',
      tried: 'Încercare de oprire a copierii pentru {{recipient}}',
    },
    export: {
      done_one: 'Un cont exportat',
      done_few: '{{count}} conturi exportate',
      done_other: '{{count}} de conturi exportate',
      tried_one: 'Încercare de export al unui cont',
      tried_few: 'Încercare de export a {{count}} conturi',
      tried_other: 'Încercare de export a {{count}} de conturi',
    },
    import: {
      done_one: 'Un cont importat',
      done_few: '{{count}} conturi importate',
      done_other: '{{count}} de conturi importate',
      tried_one: 'Încercare de import al unui cont',
      tried_few: 'Încercare de import a {{count}} conturi',
      tried_other: 'Încercare de import a {{count}} de conturi',
    },
    revocation: { done: 'Revocare cerută', tried: 'Încercare de a cere revocarea' },
    request: { done: 'Apel trimis', tried: 'Încercare de trimitere a unui apel' },
  },
  means: { clipboard: 'Prin clipboard', file: 'Prin fișier' },
  request: '{{method}} {{address}}',
  results: {
    ok: 'Reușit',
    accepted: 'Autoritatea a confirmat.',
    notAccepted: 'Autoritatea nu a confirmat.',
    status: 'Răspuns cu status {{status}}',
    withCode: '{{title}} Cod: {{code}}.',
    unknown: 'Eșuat: {{code}}',
  },
  /** Endings whose own title needs what the log does not keep. */
  endings: {
    'not-found': 'Nu mai exista.',
    'in-use': 'Se folosește încă la unele conturi.',
    'authority-unreachable': 'Nu s-a putut ajunge la autoritate.',
    'authority-certificate-untrusted': 'Serverul nu și-a putut dovedi identitatea.',
    'authority-certificate-incomplete': 'Serverul nu a trimis certificatul care face legătura cu o rădăcină cunoscută.',
    'connection-inspected': 'Conexiunea a fost deschisă pe traseu.',
    'proxy-unreachable': 'Nu s-a putut ajunge la proxy.',
    'proxy-needs-password': 'Proxy-ul a cerut un nume și o parolă.',
    'proxy-password-refused': 'Proxy-ul a refuzat numele și parola.',
    'proxy-login-unsupported': 'Proxy-ul cere un mod de conectare pe care Taxpass nu îl are.',
    'proxy-refused': 'Proxy-ul a refuzat conexiunea.',
    'proxy-kind-unsupported': 'Proxy-ul este de un tip pe care Taxpass nu îl cunoaște.',
    'authority-certificate-wrong-host': 'A răspuns alt server.',
    'authority-certificate-expired': 'Certificatul serverului expirase.',
    'authority-refused-certificate': 'Certificatul a fost refuzat.',
    'answer-too-large': 'Răspunsul a fost prea mare.',
    'transfer-still-moved': 'Prelungirea rămâne oprită pentru unele conturi.',
  },
};
