import type { notices as noticesEn } from '../en/notices.ts';
import type { Swedish } from '../texts.ts';
/** What somebody should know or do, and what of it the settings say. */
export const notices: Swedish<typeof noticesEn> = {
  label: 'Aviseringar',
  needYou_one: '{{count}} sak att åtgärda',
  needYou_other: '{{count}} saker att åtgärda',
  toKnow_one: '{{count}} sak att känna till',
  toKnow_other: '{{count}} saker att känna till',
  showAll: 'Visa alla {{count}}',
  showFewer: 'Visa färre',
  accounts_one: '{{count}} konto',
  accounts_other: '{{count}} konton',
  severity: { 'needs-person': 'Nu', soon: 'Snart', 'to-know': 'Att känna till' },
  title: {
    'certificate-ends': {
      coming: 'Certifikatet för {{holder}} går ut {{relative}}: {{accounts}}',
      past: 'Certifikatet för {{holder}} gick ut {{relative}}: {{accounts}}',
    },
    'sign-in-by': {
      coming: '{{holder}}: nästa inloggning med certifikatet behövs {{relative}}, för {{accounts}}',
      past: '{{holder}}: inloggning med certifikatet behövs för {{accounts}}',
    },
    'sign-in-needed': {
      coming: '{{holder}}: {{accounts}} kan inte längre förnyas; program slutar fungera {{relative}}',
      past: '{{holder}}: program har slutat fungera för {{accounts}}',
    },
    'renewal-failing': {
      coming: '{{holder}}: förnyelsen misslyckas för {{accounts}}; program slutar fungera {{relative}}',
      past: '{{holder}}: förnyelsen misslyckas för {{accounts}}, och program har slutat fungera',
    },
    'answer-lost': {
      coming: '{{holder}}: myndighetens svar kom aldrig fram för {{accounts}}; program slutar fungera {{relative}}',
      past: '{{holder}}: myndighetens svar kom aldrig fram för {{accounts}}, och program har slutat fungera',
    },
    'other-copy': {
      coming: '{{holder}}: {{accounts}} med övertagna tokens som inte har förnyats än; de går ut {{relative}}',
      past: '{{holder}}: {{accounts}} med övertagna tokens som aldrig har förnyats; de har gått ut',
    },
    'elsewhere-ends': {
      coming: '{{holder}}: tokens för {{accounts}} som en annan dator förnyar går ut här {{relative}}',
      past: '{{holder}}: tokens för {{accounts}} som en annan dator förnyar har gått ut här',
    },
    'old-copy': {
      coming: '{{recipients}}: en gammal token för {{holder}} går ut {{relative}}',
      past: '{{recipients}}: en gammal token för {{holder}} har gått ut',
    },
  },
  /** What is to be done about it. */
  todo: {
    'certificate-ends':
      'Förnya det hos utfärdaren och importera det nya här. Om myndigheten känner till det gamla genom serienumret registrerar du det nya där och loggar in igen.',
    'sign-in-by':
      'Till {{time}} behövs inget certifikat. Logga in igen innan dess, eller så snart som möjligt efteråt.',
    'sign-in-needed': 'Bara en inloggning med certifikatet ger nya tokens.',
    'renewal-failing': 'Taxpass fortsätter försöka automatiskt. På kontot står vad som gick fel.',
    'answer-lost': 'Förnya en gång till; om myndigheten har förbrukat den gamla refresh token, logga in igen.',
    'other-copy':
      'Öppna kontot och tryck på ”Förnya token”: du får en fråga innan det andra programmets kopia slutar fungera.',
    'elsewhere-ends': 'Inget behöver göras, om inte den här datorn ska förnya dem i fortsättningen.',
    'old-copy': 'Lämna ut den nya, eller avsluta utlämningen om programmet inte längre används.',
    'backup-failing': 'Se under Inställningar vart säkerhetskopian ska, och vad som gick fel.',
    'clock-behind':
      'En token här hämtades {{time}} enligt den här klockan. Ställ klockan rätt; innan dess stämmer inte giltighetstiderna.',
  },
  backupFailing: {
    never: 'Den dagliga säkerhetskopian har inte skrivits än',
    last: 'Den dagliga säkerhetskopieringen misslyckas; den senaste kopian är från {{time}}',
  },
  clockBehind: 'Datorns klocka går efter',
  away: {
    sentence: 'Medan du var borta: {{what}}',
    since: 'Sedan {{time}}.',
    renewed_one: '{{count}} förnyat',
    renewed_other: '{{count}} förnyade',
    needCertificate_one: '{{count}} kräver ett certifikat',
    needCertificate_other: '{{count}} kräver ett certifikat',
    needPerson_one: '{{count}} behöver åtgärdas',
    needPerson_other: '{{count}} behöver åtgärdas',
  },
  act: {
    renew: 'Förnya',
    renewDue: 'Förnya alla som behöver det',
    signIn: 'Logga in',
    openAccount: 'Öppna kontot',
    openCertificates: 'Öppna Certifikat',
    openSettings: 'Öppna Inställningar',
    dismiss: 'Stäng',
    about: '{{act}}: {{notice}}',
    tomorrow: 'Påminn mig i morgon',
    nextThreshold_one: 'Påminn mig dagen innan',
    nextThreshold_other: 'Påminn mig {{count}} dagar innan',
    nextThresholdEnd: 'Påminn mig när tiden går ut',
  },
  settings: {
    heading: 'När fönstret är stängt',
    staysInTray: 'Fortsätt förnya i meddelandefältet när fönstret är stängt',
    noTray:
      'Den här skrivbordsmiljön visar inga ikoner i något meddelandefält, så Taxpass avslutas när fönstret stängs, eftersom det annars inte går att nå. I GNOME visas de med tillägget AppIndicator.',
    endsWithWindow: 'När Taxpass inte är igång förnyas ingenting.',
    startsAtLogin: 'Starta med datorn, utan fönster',
    notInstalled: 'Bara ett installerat Taxpass, utanför övningsläget, kan starta med datorn.',
  },
};
