import type { Swedish } from './texts.ts';

/** What the main process says, in Swedish. */
export const sv: Swedish = {
  language: 'sv',
  locale: 'sv-SE',
  windowTitle: { real: 'Taxpass', practice: 'Taxpass: övning' },
  cancel: 'Avbryt',
  startFailed: 'Taxpass kunde inte starta',
  startFailedText:
    'Inget har ändrats eller raderats. Försök igen; händer det på nytt, anmäl det med den här referensen: {reference}',
  menu: {
    file: 'Arkiv',
    close: 'Stäng fönstret',
    quit: 'Avsluta Taxpass',
    edit: 'Redigera',
    undo: 'Ångra',
    redo: 'Gör om',
    cut: 'Klipp ut',
    copy: 'Kopiera',
    paste: 'Klistra in',
    delete: 'Ta bort',
    selectAll: 'Markera allt',
    view: 'Visa',
    resetZoom: 'Verklig storlek',
    zoomIn: 'Zooma in',
    zoomOut: 'Zooma ut',
    toggleDevTools: 'Utvecklarverktyg',
    window: 'Fönster',
    minimize: 'Minimera',
    about: 'Om Taxpass',
    services: 'Tjänster',
    hide: 'Göm Taxpass',
    hideOthers: 'Göm övriga',
    unhide: 'Visa alla',
    zoom: 'Zooma',
    front: 'Lägg alla överst',
  },
  files: {
    chooseCertificate: 'Välj certifikatfilen',
    chooseTokens: 'Välj filen med tokens',
    chooseCa: 'Välj CA-certifikatet för ditt nätverk',
    chooseKey: 'Välj filen med den publika nyckeln',
    chooseBackupFolder: 'Välj mapp för säkerhetskopior',
    openTransfer: 'Öppna en Taxpass-fil',
    saveTransfer: 'Spara filen till den andra datorn',
    saveTokens: 'Välj var filen ska skrivas',
    save: 'Spara filen',
    certificates: 'Certifikatfiler (P12, PFX)',
    caCertificates: 'Certifikat (PEM, CRT, CER, DER)',
    keys: 'Nycklar och certifikat (PEM, CER, DER, JSON)',
    transfers: 'Taxpass-filer (taxpass)',
    all: 'Alla filer',
  },
  signInWindow: {
    title: 'Logga in — {host}',
    noMoreMessages: 'Inga fler meddelanden från den här sidan',
    strip: {
      connecting: 'Ansluter till {host}…',
      verified: 'Verifierad anslutning',
      noPage: 'Ingen sida ännu',
      certificate: {
        offered: 'Sidan får ditt certifikat när den ber om det',
        withheld: 'Ditt certifikat visas inte för den här sidan',
        none: 'Här används inget certifikat',
      },
    },
  },
  loopback: {
    returned: {
      title: 'Du kan stänga fliken och gå tillbaka till Taxpass',
      text: 'Inloggningen har kommit tillbaka till den här datorn. Taxpass begär nu en access token och berättar hur det gick.',
    },
    refused: {
      title: 'Du kan stänga fliken och gå tillbaka till Taxpass',
      text: 'Inloggningen ledde inte till någon access token den här gången. Taxpass berättar varför.',
    },
    nothing: {
      title: 'Här finns inget',
      text: 'Adressen tillhör Taxpass och fungerar en enda gång. Om du håller på att logga in, gå tillbaka till Taxpass och öppna inloggningssidan igen därifrån.',
    },
  },
  tray: {
    count: '{title}: {need}',
    open: 'Öppna Taxpass',
    renew: 'Förnya det som det är dags för',
    quit: 'Avsluta Taxpass',
    nothingNeedsYou: 'Inget kräver din åtgärd',
  },
  needYou: { one: '{count} ärende kräver din åtgärd', other: '{count} ärenden kräver din åtgärd' },
  toKnow: { one: '{count} sak att känna till', other: '{count} saker att känna till' },
  accounts: { one: '{count} konto', other: '{count} konton' },
  staying: {
    message: 'Taxpass fortsätter att förnya',
    detail:
      'Fönstret är stängt, men ikonen finns kvar i meddelandefältet så att ingen token hinner gå ut. Avsluta därifrån, eller ändra det i Taxpass under Inställningar.',
    goOn: 'Fortsätt förnya',
    quit: 'Avsluta Taxpass',
  },
  unsaved: {
    message: 'Nya tokens kunde inte sparas',
    detail:
      'Myndigheten har lämnat ut nya tokens, men de kan inte skrivas till disken: den är full eller skrivskyddad. Avslutas Taxpass nu går de förlorade, och då krävs en ny inloggning med certifikatet. Frigör utrymme på disken och försök igen.',
    tryAgain: 'Försök igen',
    quitAnyway: 'Avsluta och förlora dem',
  },
  notices: {
    'certificate-ends': {
      coming: 'Certifikatet för {holder} går ut {when}: {accounts}.',
      past: 'Certifikatet för {holder} gick ut {when}: {accounts}.',
    },
    'sign-in-by': {
      coming: '{holder}: nästa inloggning med certifikatet behövs {when}, för {accounts}.',
      past: '{holder}: en inloggning med certifikatet behövs för {accounts}.',
    },
    'sign-in-needed': {
      coming:
        '{holder}: {accounts} kan inte längre förnyas. Programmen fungerar ännu men slutar fungera {when}. Logga in innan dess.',
      past: '{holder}: programmen har slutat fungera för {accounts}. Logga in med certifikatet.',
    },
    'renewal-failing': {
      coming: '{holder}: förnyelsen misslyckas för {accounts}. Programmen slutar fungera {when}.',
      past: '{holder}: förnyelsen misslyckas för {accounts}, och programmen har slutat fungera.',
    },
    'answer-lost': {
      coming:
        '{holder}: myndighetens svar gick förlorat för {accounts}. Förnya eller logga in; programmen slutar fungera {when}.',
      past: '{holder}: myndighetens svar gick förlorat för {accounts}. Förnya eller logga in.',
    },
    'other-copy': {
      coming: '{holder}: {accounts} har tagits över men inte förnyats än. Tillhörande tokens går ut {when}.',
      past: '{holder}: {accounts} togs över men förnyades aldrig. Tillhörande tokens har gått ut.',
    },
    'elsewhere-ends': {
      coming: '{holder}: tokens för {accounts}, som en annan dator förnyar, går ut här {when}.',
      past: '{holder}: tokens för {accounts}, som en annan dator förnyar, har gått ut här.',
    },
    'old-copy': {
      coming: '{recipients}: den gamla token för {holder} som lämnats ut dit går ut {when}. Lämna ut den nya.',
      past: '{recipients}: den gamla token för {holder} som lämnats ut dit har gått ut. Lämna ut den nya.',
    },
    'backup-failing': 'Den dagliga säkerhetskopian kunde inte skrivas.',
    'clock-behind': 'Datorns klocka går efter. Giltighetstiderna är fel tills den har ställts rätt.',
    away: {
      sentence: 'Medan du var borta: {what}.',
      renewed: { one: '{count} förnyelse', other: '{count} förnyelser' },
      needCertificate: { one: '{count} konto kräver ett certifikat', other: '{count} konton kräver ett certifikat' },
      needPerson: { one: '{count} konto kräver din åtgärd', other: '{count} konton kräver din åtgärd' },
    },
  },
  questions: {
    name: '”{name}”',
    moreNames: '{count} till',
    'use-passphrase': {
      title: 'Använd en lösenfras',
      message: 'Vill du öppna valvet med en lösenfras från och med nu?',
      detail:
        'Datorns nyckelring kan då inte längre öppna det. Lösenfrasen som du just skrev in efterfrågas vid varje start, och ingen kan återställa den. Om du inte har bett om detta, avbryt.',
      confirm: 'Använd lösenfrasen',
    },
    'set-recovery': {
      title: 'Ange en återställningsfras',
      message: 'Vill du låta en återställningsfras öppna valvet?',
      detail:
        'Den som kan den kan öppna en kopia av valvet på vilken dator som helst och låsa upp fönstret. Om du inte har bett om detta, avbryt.',
      confirm: 'Ange återställningsfrasen',
    },
    'replace-recovery': {
      title: 'Byt återställningsfras',
      message: 'Vill du byta återställningsfras utan att ange den nuvarande?',
      detail:
        'Den nuvarande öppnar då inget mer här. Den som kan den nya kan öppna en kopia av valvet på vilken dator som helst och låsa upp fönstret. Om du inte har bett om detta, avbryt.',
      confirm: 'Byt återställningsfras',
    },
    'remove-recovery': {
      title: 'Ta bort återställningsfrasen',
      message: 'Vill du ta bort återställningsfrasen?',
      detail:
        'Om nyckelringen eller lösenfrasen går förlorad går alla certifikat och tokens här förlorade med den. Är det nyckelringen som öppnar valvet kan inte heller fönstret låsas längre. Om du inte har bett om detta, avbryt.',
      confirm: 'Ta bort återställningsfrasen',
    },
    'trust-ca': {
      title: 'Lita på en certifikatutfärdare',
      message: 'Vill du lita på att ”{subject}” går i god för skattemyndigheternas servrar?',
      detail:
        'Utfärdat av: ”{issuer}”\nGiltigt till: {until}\nSHA-256: {fingerprint}\n\nDen som har utfärdarens nyckel kan läsa och ändra allt mellan Taxpass och skattemyndigheterna: tokens, inloggningar och det som lämnas in. Fortsätt bara om du har fått filen av kontorets egen it-avdelning, och jämför fingeravtrycket med dem. Om du inte har bett om detta, avbryt.',
      confirm: 'Lita på utfärdaren',
    },
    request: {
      title: 'Skicka till den riktiga myndigheten',
      message: 'Vill du skicka det här {method}-anropet i namnet ”{holder}”?',
      detail:
        'Det går till {place}. Det som sker där är på riktigt: något kan lämnas in eller ändras hos skattemyndigheten, i innehavarens namn. Om du inte har bett om detta, avbryt.',
      confirm: 'Skicka anropet',
    },
    revoke: {
      title: 'Återkalla tokens',
      message: 'Vill du be {place} att återkalla tokens för ”{account}”?',
      detail:
        'Om det sker slutar programmen som använder dem att fungera, och någon måste logga in igen. Om du inte har bett om detta, avbryt.',
      confirm: 'Återkalla',
    },
    'remove-account': {
      title: 'Ta bort ett konto',
      message: 'Vill du ta bort ”{account}” från den här datorn?',
      detail: '{lost} Om du inte har bett om detta, avbryt.',
      confirm: 'Ta bort kontot',
    },
    'remove-application': {
      title: 'Ta bort API-nycklar',
      message: {
        one: 'Vill du ta bort API-nycklarna ”{application}” och deras konto?',
        other: 'Vill du ta bort API-nycklarna ”{application}” och deras {count} konton?',
      },
      detail: {
        one: 'Med dem försvinner client secret och det här kontot: {names}. {lost} Om du inte har bett om detta, avbryt.',
        other:
          'Med dem försvinner client secret och de här kontona: {names}. {lost} Om du inte har bett om detta, avbryt.',
      },
      confirm: 'Ta bort dem',
    },
    copy: {
      title: 'Kopiera access token',
      message: 'Vill du kopiera access token för ”{holder}” till ”{recipient}”?',
      detail:
        'Den som har denna token kan agera hos skattemyndigheten i innehavarens namn tills den går ut. Hantera den som en värdehandling: lämna ut den bara till ”{recipient}” och håll den borta från alla som inte behöver den.\n\nDen ligger kvar i urklipp i en minut. Urklippshistorik, eller urklipp som delas mellan enheter, kan behålla den längre: stäng av sådant först. Refresh token kopieras inte. Om du inte har bett om detta, avbryt.',
      confirm: 'Kopiera access token',
    },
    file: {
      title: 'Skriv access token till en fil',
      message: 'Vill du skriva access token för ”{holder}” till en fil för ”{recipient}”?',
      detail:
        'Filen är inte krypterad: den som kan läsa den kan agera hos skattemyndigheten i innehavarens namn tills denna token går ut. Hantera den som en värdehandling och håll den borta från alla som inte behöver den.\n\nTaxpass gör filen läsbar bara för dig, skriver varje ny access token till den och raderar den när du avslutar utlämningen. Välj en mapp som inte synkroniseras, delas eller säkerhetskopieras. Refresh token skrivs inte. Om du inte har bett om detta, avbryt.',
      confirm: 'Välj fil…',
    },
    report: {
      title: 'Spara tokens till skattemyndigheten',
      message: {
        one: 'Vill du skriva {count} giltig access token till en fil?',
        other: 'Vill du skriva {count} giltiga access tokens till en fil?',
      },
      detail:
        'Filen är inte krypterad och är bara till för skattemyndigheten: den som läser den kan använda dessa tokens tills de spärras eller går ut. Skicka den på ett sätt som bara myndigheten kan läsa, och radera den sedan. Varken refresh token eller client secret finns i den. Om du inte har bett om detta, avbryt.',
      confirm: 'Välj fil…',
    },
    move: {
      title: 'Flytta konton',
      message: {
        one: 'Vill du flytta ett konto till filen ”{file}”?',
        other: 'Vill du flytta {count} konton till filen ”{file}”?',
      },
      detail:
        'Refresh tokens och client secrets följer med. Den som har filen och dess lösenfras kan agera hos skattemyndigheten i innehavarnas namn. Den här datorn slutar förnya kontona. Om du inte har bett om detta, avbryt.',
      detailWithKeys:
        'Refresh tokens och client secrets följer med, liksom certifikaten med de privata nycklar som förvaras här. Den som har filen och dess lösenfras kan agera hos skattemyndigheten i innehavarnas namn. Den här datorn slutar förnya kontona. Om du inte har bett om detta, avbryt.',
      confirm: 'Flytta dem',
    },
  },
  lost: {
    nothing: 'Ingen token går förlorad.',
    'access-token':
      'Access tokens raderas här, liksom filerna som hölls aktuella åt andra program. De som kan anmälas som röjda sparas krypterade tills de går ut, enbart för det.',
    renewable:
      'Access tokens och refresh tokens raderas här, liksom filerna som hölls aktuella åt andra program. Bara en ny inloggning ger nya tokens. Access tokens som kan anmälas som röjda sparas krypterade tills de går ut, enbart för det.',
  },
};
