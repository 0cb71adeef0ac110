import type { handOver as handOverEn } from '../en/hand-over.ts';
import type { Swedish } from '../texts.ts';
/** Giving a copy of the access token to another program. */
export const handOver: Swedish<typeof handOverEn> = {
  heading: 'Program som har en kopia',
  none: 'Inget program har fått en kopia härifrån.',
  /** R17, S14. */
  warning:
    'Den som har en access token kan agera i innehavarens namn tills den går ut. Se den som en värdehandling: lämna bara ut den till ett program som behöver den.',
  ownSignIn:
    'Ett program som självt förnyar sina tokens får ingen kopia: det får en egen inloggning. Refresh token lämnas aldrig ut; två program som förnyar med samma refresh token gör varandras åtkomst ogiltig.',
  open: 'Kopiera access token…',
  needsToken: 'Det finns ingen giltig access token att kopiera. Hämta först en ny.',
  dialog: {
    title: 'Kopiera access token till ett program',
    name: 'Program',
    nameHint: 'Vad du kallar programmet som får den. Namnet visas här, tillsammans med tiden då kopian går ut.',
    nameProblem: 'Ange programmets namn.',
    way: 'Så får programmet sin token',
    clipboard: 'Kopiera till urklipp',
    clipboardNote: 'Den ligger i urklipp i en minut. Varje ny access token måste kopieras på nytt.',
    file: 'En fil som hålls aktuell',
    fileNote:
      'Bara access token, utan radbrytning, läsbar bara för dig. Varje ny access token skrivs in i den; filen raderas när du slutar lämna ut eller återkallar, och när giltighetstiden går ut. Välj en mapp som inte synkroniseras, delas eller säkerhetskopieras: sådana mappar avvisas när de känns igen.',
    fileOnDemand:
      'Här hämtas en access token bara när någon begär det: tryck på ”{{act}}” när programmet behöver en ny, så skrivs filen om.',
    confirm: 'Fortsätt…',
    asking: 'Frågan visas i ett eget fönster.',
  },
  declined: 'Inget lämnades ut.',
  copied: 'Din access token ligger i urklipp, för {{recipient}}.',
  written: 'Filen för {{recipient}} är skriven.',
  way: {
    clipboard: 'Via urklipp, {{time}}',
    file: 'Fil, senast skriven {{time}}',
    'file-elsewhere':
      'Fil på den andra datorn som kontot kom från, senast skriven {{time}}. Ingen nyare token skrivs där.',
  },
  /** How a recipient's copy stands. */
  copy: {
    current: 'Har den aktuella token, som fungerar till {{time}}, {{relative}}.',
    currentEnded: 'Har den senaste token, som har gått ut.',
    previous: '{{recipient}} har fortfarande en tidigare kopia, som fungerar till {{time}}, {{relative}}.',
    previousEnded: 'Den utlämnade kopian har gått ut. Kopiera den nya.',
    unfinished:
      'Filen är inte skriven än: Taxpass avslutades innan det var klart. Den skrivs vid nästa start eller förnyelse.',
    fileEnded: 'Denna access token gick ut och filen raderades. Vid nästa förnyelse skrivs den igen.',
    fileEndedElsewhere: 'Denna access token gick ut och filen raderades. Den här datorn förnyar inte kontot.',
    /** The account is renewed on another computer. */
    unknown:
      'Har den senaste token som den här datorn känner till, som fungerar till {{time}}, {{relative}}. Om det finns en nyare vet bara datorn som förnyar kontot.',
    unknownEnded:
      'Har den senaste token som den här datorn känner till, och den har gått ut. Om det finns en nyare vet bara datorn som förnyar kontot.',
  },
  again: 'Kopiera igen…',
  againFor: 'Kopiera igen för {{recipient}}…',
  otherFile: 'Skriv en ny fil…',
  otherFileFor: 'Skriv en ny fil för {{recipient}}…',
  stop: 'Sluta lämna ut…',
  stopFor: 'Sluta lämna ut till {{recipient}}…',
  delist: 'Ta bort från listan…',
  delistFor: 'Ta bort från listan: {{recipient}}…',
  stopping: {
    title: 'Vill du sluta lämna ut till {{recipient}}?',
    delistTitle: 'Ta bort {{recipient}} från listan?',
    file: 'Filen raderas och ingen ny token skrivs. Det som programmet redan har läst fungerar tills det går ut.',
    clipboard:
      'Inget lämnas ut automatiskt till programmet: det tas bara bort från den här listan. Kopian som det har fungerar tills den går ut.',
    'file-elsewhere':
      'Programmet tas bort från den här listan. Filen finns på den andra datorn som kontot kom från: radera den där. Kopian i den fungerar tills den går ut.',
    confirm: 'Sluta lämna ut',
    delistConfirm: 'Ta bort från listan',
    done: '{{recipient}} får inga fler kopior.',
    deleted: '{{recipient}} får inga fler kopior; filen är raderad.',
  },
  clipboard: {
    label: 'Urklipp',
    text: 'Access token för {{recipient}} ligger i urklipp. Den tas bort om {{span}}.',
    previous:
      'I urklipp ligger den tidigare access token för {{recipient}}: kopiera den nya. Den tas bort om {{span}}.',
    longer: 'En minut till',
    clear: 'Ta bort nu',
    cleared: 'Din access token ligger inte längre i urklipp.',
  },
  /** After a removal. */
  filesLeftTitle: 'Tokenfiler lämnades kvar',
  /** Then the places. */
  filesLeft:
    'Taxpass kunde inte radera de här tokenfilerna: något annat ligger på deras plats, de används av ett annat program eller så är enheten inte ansluten. Radera dem själv:',
  /** Why a recipient's file is not fresh, or was not deleted; also why one could not be written at all. */
  fileProblem: {
    missing: 'Filen eller dess mapp finns inte längre kvar. Den skrevs inte på nytt.',
    'folder-gone': 'Mappen finns inte, så filen kunde inte raderas. Om den ligger på en extern enhet, anslut den igen.',
    changed: 'På den platsen finns något som Taxpass inte har skrivit. Det lämnades orört.',
    moved: 'En mapp på vägen till filen har ersatts av en länk. Inget skrevs där.',
    place: 'Mappen är nu synkroniserad, delad eller öppen för andra. Den nya token skrevs inte där.',
    'not-private': 'Disken kan inte skydda en fil så att bara du kan läsa den, så din access token skrevs inte.',
    'disk-full': 'Disken är full.',
    'no-permission': 'Det går inte att skriva i mappen: behörighet saknas.',
    'disk-error': 'Disken rapporterade ett fel.',
  },
  /** Why a token may not be written to a folder. */
  place: {
    'own-folder': 'Det är Taxpass egen mapp.',
    temporary: 'Det är en mapp för tillfälliga filer, som andra kan titta i och som kan tömmas när som helst.',
    synced: 'Den synkroniseras av {{by}}: en kopia skulle hamna på andra datorer.',
    shared: 'Det är en mapp som delas med andra.',
    network: 'Den ligger på en annan dator ({{by}}).',
    'others-can-read': 'Andra användare på den här datorn kan titta i den.',
    'others-can-write': 'Andra användare på den här datorn kan ändra vad som finns i den, eller i en mapp ovanför den.',
  },
};
