import type { holders as holdersEn } from '../en/holders.ts';
import type { Swedish } from '../texts.ts';
import type { StepKey } from '../../features/holders/checklists.ts';

/** Everything that hangs on one person's certificate. */
export const holders: Swedish<typeof holdersEn> = {
  open: 'Allt som hör till det',
  openFor: 'Allt som hör till det: certifikatet för {{holder}}',
  openForSerial: 'Allt som hör till det: certifikatet {{serial}}',
  back: 'Alla certifikat',
  gone: 'Certifikatet finns inte längre på den här datorn.',
  /** A certificate that only tokens name. */
  unknown: {
    title: 'Certifikat {{serial}}',
    hint: 'Känt från tokens som har tagits över. Själva certifikatet finns inte på den här datorn.',
  },
  certificate: 'Certifikat',
  accounts: {
    heading: 'Konton',
    none: 'Inget konto loggar in med det här certifikatet.',
    under: 'Hos',
  },
  companies: {
    heading: 'Företag',
    none: 'Inget företag är angivet för kontona. Företagen är dina egna etiketter: ingen myndighet tillfrågas om dem.',
    count_one: '{{count}} företag',
    count_other: '{{count}} företag',
  },
  recipients: {
    heading: 'Program med en kopia',
    none: 'Inget program har fått en kopia härifrån. Ett program som självt har loggat in syns inte här.',
    program: 'Program',
    account: 'Konto',
    way: 'Via',
    ways: { clipboard: 'Urklipp', file: 'Fil', 'file-elsewhere': 'Fil på en annan dator' },
    end: 'Kopian fungerar till',
    standing: 'Kopia',
    current: 'Den senaste token',
    unknown: 'Okänt här: förnyas på en annan dator',
    previous: 'En äldre token',
  },
  endings: {
    heading: 'Vad som slutar fungera när, om inget görs',
    stillThere: 'Vad som fortfarande finns kvar på det här certifikatet, och när det går ut',
    renewed:
      'Det finns ett nyare certifikat med samma innehavare på den här datorn. Det som loggades in med det står på dess egen sida och fortsätter att fungera.',
    none: 'Inget här är längre igång.',
    when: 'När',
    what: 'Vad',
    programs: 'Access token för {{account}} går ut: program som använder den slutar fungera.',
    programsResting: 'Access token för {{account}} går ut. Nästa hämtas med certifikatet när den behövs.',
    renewal: '{{account}} kan inte längre förnyas: då behövs en inloggning med ett certifikat.',
    copy: 'Kopian som {{recipient}} har av {{account}} går ut.',
    certificate: 'Certifikatet går ut: ingen kan logga in med det.',
  },
  days: {
    leaving: 'Dagen då innehavaren slutar',
    leavingOrganisation: 'När en medarbetare slutar',
    renewal: 'Dagen då certifikatet förnyas',
  },
  note: 'Taxpass bockar av det som syns på den här datorn. Vad som händer hos myndigheten syns inte här.',
  state: { done: 'Klart', open: 'Att göra', unseen: 'Syns inte här', nothing: 'Inget att göra' },
  progress: '{{done}} av {{of}} klara',
  account: '{{holder}}, {{application}}',
  withoutHolder: '{{application}}, certifikat {{serial}}',
  company: '{{name}} ({{number}})',
  copy: '{{recipient}} (till {{time}})',
  copyEnded: '{{recipient}} (kopian har gått ut)',
  more_one: '{{count}} till',
  more_other: '{{count}} till',
  serialUntil: '{{serial}}, giltigt till {{time}}',
  /** The domain's own steps: R2, R3, R12, R13, R17, R19; S2, S13, S14. */
  steps: {
    'leaving-anaf-enrol': {
      what: 'En annan persons certifikat är registrerat i SPV, med rättighet för de här företagen',
      how: 'Den som tar över har ett eget kvalificerat certifikat, registrerar det i SPV och får rättigheten för varje företag där (rollen SPV PJ). Ta inte bort den gamla rättigheten förrän efterträdarens konto och alla program är på plats: när den försvinner kan ANAF svara ”Nu aveti drept in SPV pentru CIF=…” trots att tokens fortfarande är giltiga.',
    },
    'leaving-anaf-registration': {
      what: 'Registreringen försvinner inte med innehavaren',
      how: '”Profil OAuth” tillhör den som registrerade den, med den personens certifikat. Om det var innehavaren registrerar efterträdaren en egen applikation och anger den här, med dess eget client ID.',
    },
    'leaving-anaf-signIn': {
      what: 'Efterträdaren loggar in',
      how: 'Importera efterträdarens certifikat och logga in med det. Då skapas ett nytt konto; det gamla fortsätter tills det tas bort.',
    },
    'leaving-anaf-companies': {
      what: 'Varje företag har ett konto med ett annat certifikat',
      how: 'Bedöms efter företagen som är angivna för kontona. Ange dem för det nya kontot också.',
    },
    'leaving-anaf-recipients': {
      what: 'Varje program får en kopia av det nya kontots token',
      how: 'Lämna ut den igen från det nya kontot, med samma namn. Ett program med en gammal kopia fortsätter att agera i innehavarens namn tills kopian går ut. Ett program som självt förnyar sina tokens får en egen inloggning.',
    },
    'leaving-anaf-end': {
      what: 'De gamla tokens är avslutade hos ANAF',
      how: 'I SPV, ”Profil OAuth”: ”Șterge aplicația” (äldre sidor: ”Renunțare OAuth”). ANAF återkallar då client ID, och alla tokens med det slutar fungera. Tokens i orätta händer anmäls till ANAF från kontots sida.',
    },
    'leaving-anaf-removeAccounts': {
      what: 'De gamla kontona är borttagna från den här datorn',
      how: 'Först när de är avslutade hos ANAF: utan tokens här kan de inte längre anmälas.',
    },
    'leaving-anaf-removeCertificate': {
      what: 'Certifikatet är borttaget från den här datorn',
      how: 'På sidan Certifikat, när inget konto behöver det. En USB-token följer med innehavaren.',
    },
    'leaving-skatteverket-stays': {
      what: 'Inget slutar fungera av sig självt',
      how: 'Organisationslegitimationen är organisationens, inte en persons. Dess konton fortsätter att fungera när någon slutar.',
    },
    'leaving-skatteverket-newCertificate': {
      what: 'En person som hade .p12-filen och dess PIN-kod kan inte längre använda dem',
      how: 'Den som har båda kan logga in som organisationen tills organisationslegitimationen går ut. Beställ en ny och låt utfärdaren spärra den gamla; följ sedan listan för en förnyad organisationslegitimation.',
    },
    'leaving-skatteverket-keys': {
      what: 'API-nycklarna är bytta om personen kände till dem',
      how: 'Skapa nya OAuth2- och APIgw-nycklar i Skatteverkets Utvecklarportal och dra in de gamla. Ange dem en gång, på sidan API-nycklar: alla konton använder dem därefter, efter en ny inloggning om client ID är nytt.',
    },
    'leaving-skatteverket-recipients': {
      what: 'Program som personen använde har ingen giltig kopia',
      how: 'En access token gäller i en timme och kan inte återkallas: en kopia fungerar tills den går ut. Sluta lämna ut till program som försvann med personen.',
    },
    'renewal-anaf-enrol': {
      what: 'Det förnyade certifikatet är registrerat på nytt, på anaf.ro/reinnoire',
      how: 'Det har ett nytt serienummer, och ANAF knyter rättigheterna i SPV till det numret. Det kan ta upp till 24 timmar innan ANAF känner till det; fram till dess nekas det nya certifikatet, eller så blir svaret ”Nu aveti drept in SPV pentru CIF=…”.',
    },
    'renewal-anaf-import': {
      what: 'Det förnyade certifikatet är importerat här',
      how: 'Behåll det gamla till sista steget. Finns certifikatet på en USB-token måste dess eget program visa det nya; stäng alla webbläsarfönster, eftersom webbläsaren minns det gamla valet.',
    },
    'renewal-anaf-signIn': {
      what: 'Logga in igen med det, för varje uppsättning API-nycklar',
      how: 'Välj det förnyade certifikatet vid inloggningen.',
    },
    'renewal-anaf-recipients': {
      what: 'Varje program får en kopia av den nya token',
      how: 'En fil som hålls aktuell följer med av sig själv när samma konto loggar in igen; en kopia via urklipp gör det inte.',
    },
    'renewal-anaf-oldTokens': {
      what: 'Räkna inte med de gamla tokens',
      how: 'De innehåller det gamla serienumret. ANAF säger inte om de godtas tills de går ut. Om anrop nekas med ”Nu aveti drept in SPV” är det därför: logga in med det förnyade certifikatet.',
    },
    'renewal-anaf-removeCertificate': {
      what: 'Det gamla certifikatet är borttaget från den här datorn',
      how: 'På sidan Certifikat, när inget konto behöver det.',
    },
    'renewal-skatteverket-order': {
      what: 'En ny organisationslegitimation är beställd i god tid',
      how: 'Det tar en till två veckor, och den kommer som en .p12-fil med PIN-koden i ett eget brev. Testmiljön och produktionsmiljön har olika.',
    },
    'renewal-skatteverket-boundKeys': {
      what: 'Nycklar som är knutna till organisationslegitimationen är knutna till den nya',
      how: 'Bara om nycklarna beställdes som ”utpekad”: de fungerar med just den organisationslegitimationen, så meddela Skatteverket eller beställ nya. Nycklar som är ”valfri” fungerar med vilken organisationslegitimation som helst för organisationen.',
    },
    'renewal-skatteverket-import': {
      what: 'Den nya organisationslegitimationen är importerad här',
      how: 'Behåll den gamla till sista steget.',
    },
    'renewal-skatteverket-signIn': {
      what: 'Logga in med den, för varje uppsättning API-nycklar',
      how: 'Välj den nya organisationslegitimationen vid inloggningen. Inget fönster öppnas och ingen behöver göra något mer.',
    },
    'renewal-skatteverket-recipients': {
      what: 'Varje program får en kopia av den nya access token',
      how: 'En access token gäller i en timme: de gamla kopiorna går ut av sig själva.',
    },
    'renewal-skatteverket-removeCertificate': {
      what: 'Den gamla organisationslegitimationen är borttagen från den här datorn',
      how: 'På sidan Certifikat, när inget konto behöver den.',
    },
  } satisfies Record<StepKey, { readonly what: string; readonly how: string }>,
  /** What a step still lacks, by what is judged. */
  left: {
    registration: 'API-nycklar:',
    signIn: 'Återstår:',
    companies: 'Ännu inte täckta:',
    recipients: 'Med en kopia från ett konto med det här certifikatet:',
    end: 'Obs! De här kontona har samma client ID och skulle sluta fungera samtidigt:',
    removeAccounts: 'Fortfarande kvar:',
    removeCertificate: 'Konton som fortfarande använder certifikatet:',
  },
  /** What was found that does a step. */
  found: {
    signIn: 'Konton som är inloggade här med ett annat certifikat. Kontrollera att efterträdarens finns bland dem:',
    import: 'Finns här, med samma innehavare. Kontrollera att det är rätt person:',
  },
};
