import type { activity as activityEn } from '../en/activity.ts';
import type { Swedish } from '../texts.ts';
/** The activity log. */
export const activity: Swedish<typeof activityEn> = {
  heading: 'Händelser',
  about: 'Vad som gjordes, när och hur det gick. Poster kan läggas till, aldrig ändras; personnummer maskeras.',
  filter: 'Visa',
  allAccounts: 'Allt',
  accountOption: '{{name}} ({{application}})',
  exportCsv: 'Exportera som CSV…',
  exported: 'Händelseloggen är sparad.',
  loading: 'Läser loggen…',
  empty: 'Inget har loggats än. Det som görs från och med nu visas här.',
  showMore: 'Visa fler',
  table: 'Händelser, de senaste först',
  columns: { time: 'Tid', act: 'Vad', about: 'Gäller', who: 'Hur', result: 'Resultat' },
  who: { person: 'Manuellt', program: 'Automatiskt' },
  gap_one: 'Post {{from}} saknas eller går inte att läsa.',
  gap_other: 'Posterna {{from}} till {{to}} saknas eller går inte att läsa.',
  /** A renewal where each token is got by signing in: nothing is renewed. */
  fetch: { done: 'Ny access token hämtades', tried: 'Försökte hämta ny access token' },
  /** Each act as it is said when it was done, and when it was only tried. */
  acts: {
    'vault-open': { done: 'Valvet öppnades', tried: 'Försökte öppna valvet' },
    'vault-moved': {
      done: 'Valvet flyttades till den här datorn',
      tried: 'Försökte flytta valvet till den här datorn',
    },
    'vault-look-only': {
      done: 'Valvet från en annan dator öppnades bara för visning',
      tried: 'Försökte öppna valvet från en annan dator bara för visning',
    },
    'passphrase-change': { done: 'Lösenfrasen byttes', tried: 'Försökte byta lösenfras' },
    'companies-change': { done: 'Kontots företag ändrades', tried: 'Försökte ändra kontots företag' },
    'bring-back': {
      done: 'Förnyas på den här datorn igen',
      tried: 'Försökte återuppta förnyelsen på den här datorn',
    },
    'certificate-import': { done: 'Certifikat importerades', tried: 'Försökte importera ett certifikat' },
    'certificate-removal': {
      done: 'Certifikat togs bort från den här datorn',
      tried: 'Försökte ta bort ett certifikat',
    },
    'application-save': { done: 'API-nycklar sparades', tried: 'Försökte spara API-nycklar' },
    'application-removal': {
      done: 'API-nycklar togs bort från den här datorn',
      tried: 'Försökte ta bort API-nycklar',
    },
    'sign-in': { done: 'Loggade in', tried: 'Försökte logga in' },
    renewal: { done: 'Token förnyades', tried: 'Försökte förnya token' },
    'account-removal': { done: 'Konto togs bort från den här datorn', tried: 'Försökte ta bort ett konto' },
    'token-takeover': { done: 'Befintlig token togs över', tried: 'Försökte ta över en token' },
    backup: { done: 'Krypterad säkerhetskopia gjordes', tried: 'Försökte göra en säkerhetskopia' },
    'compromise-report': {
      done: 'Anmälan om röjda tokens sammanställdes',
      tried: 'Försökte sammanställa en anmälan om röjda tokens',
    },
    'activity-export': { done: 'Händelseloggen exporterades', tried: 'Försökte exportera händelseloggen' },
    'ca-trust': {
      done: 'Certifikatutfärdare lades till som betrodd',
      tried: 'Försökte lägga till en betrodd certifikatutfärdare',
    },
    'ca-removal': {
      done: 'Certifikatutfärdare togs bort',
      tried: 'Försökte ta bort en certifikatutfärdare',
    },
    'hand-over': {
      done: 'Access token lämnades ut till {{recipient}}',
      tried: 'Försökte lämna ut access token till {{recipient}}',
    },
    'hand-over-stop': {
      done: 'Utlämningen till {{recipient}} avslutades',
      tried: 'Försökte avsluta utlämningen till {{recipient}}',
    },
    export: {
      done_one: 'Ett konto exporterades',
      done_other: '{{count}} konton exporterades',
      tried_one: 'Försökte exportera ett konto',
      tried_other: 'Försökte exportera {{count}} konton',
    },
    import: {
      done_one: 'Ett konto importerades',
      done_other: '{{count}} konton importerades',
      tried_one: 'Försökte importera ett konto',
      tried_other: 'Försökte importera {{count}} konton',
    },
    revocation: { done: 'Återkallelse begärdes', tried: 'Försökte begära återkallelse' },
    request: { done: 'Anrop skickades', tried: 'Försökte skicka ett anrop' },
  },
  means: { clipboard: 'Via urklipp', file: 'Via en fil' },
  request: '{{method}} {{address}}',
  results: {
    ok: 'Klart',
    accepted: 'Myndigheten sa ja.',
    notAccepted: 'Myndigheten bekräftade det inte.',
    status: 'Svarade med status {{status}}',
    withCode: '{{title}} ({{code}})',
    unknown: 'Misslyckades: {{code}}',
  },
  /** Endings whose own title needs what the log does not keep. */
  endings: {
    'not-found': 'Det fanns inte längre kvar.',
    'in-use': 'Det finns konton som behöver det.',
    'authority-unreachable': 'Myndigheten gick inte att nå.',
    'authority-certificate-untrusted': 'Servern kunde inte bevisa sin identitet.',
    'authority-certificate-incomplete':
      'Servern skickade inte det certifikat som knyter dess eget till ett känt rotcertifikat.',
    'connection-inspected': 'Anslutningen öppnades på vägen.',
    'proxy-unreachable': 'Proxyn gick inte att nå.',
    'proxy-needs-password': 'Proxyn begärde användarnamn och lösenord.',
    'proxy-password-refused': 'Proxyn godtog inte användarnamnet och lösenordet.',
    'proxy-login-unsupported': 'Proxyn kräver en inloggning som Taxpass inte har.',
    'proxy-refused': 'Proxyn nekade anslutningen.',
    'proxy-kind-unsupported': 'Proxyn är av en typ som Taxpass inte känner till.',
    'authority-certificate-wrong-host': 'En annan server svarade.',
    'authority-certificate-expired': 'Serverns certifikat hade gått ut.',
    'authority-refused-certificate': 'Certifikatet nekades.',
    'answer-too-large': 'Svaret var för stort.',
    'transfer-still-moved': 'Förnyelsen är fortsatt pausad för några konton.',
  },
};
