import type { firstRun as firstRunEn, help as helpEn } from '../en/first-run.ts';
import type { Swedish } from '../texts.ts';

/** The first page, where there is no account yet; and what the steps of a first sign-in say. */
export const firstRun: Swedish<typeof firstRunEn> = {
  title: 'Inget konto än',
  intro:
    'Ett konto består av den som loggar in och de API-nycklar som är registrerade hos myndigheten. Börja med det du har: allt du anger sparas, och resten kan du fylla i en annan dag.',
  otherAuthority: 'Logga in hos {{authority}} i stället',
  need: 'Det här behöver du',
  systems: 'Ett program hämtar en access token, ingen loggar in (för integratörer)',
  then: 'Nycklar och tokens krypteras på den här datorn och skickas bara till myndigheten.',
  needs: {
    anaf: {
      certificate:
        'Ditt kvalificerade certifikat med rollen SPV PJ: på en USB-token, i datorns certifikatarkiv eller som .p12-fil med PIN-kod.',
      application: 'Från ANAF:s sida ”Profil OAuth”: Callback URL, tjänster, Client ID och Client Secret.',
    },
    'skatteverket-org': {
      certificate: 'Organisationslegitimationen från Expisoft: .p12-filen och dess PIN-kod.',
      oauth2: 'Nycklarna märkta OAuth2: OAuth2 client ID och OAuth2 client secret.',
      apigw:
        'Nycklarna märkta APIgw: APIgw client ID och APIgw client secret. De kan komma senare; det går att logga in utan dem.',
      registered: 'Den redirect-URI och de scope som är registrerade; ett scope anger vad din token ger åtkomst till.',
    },
    'skatteverket-per': {
      certificate: 'Din e-legitimation.',
      oauth2: 'Nycklarna märkta OAuth2 och APIgw som gjordes för inloggning med e-legitimation.',
      registered: 'De redirect-URI:er och scope som är registrerade; ett scope anger vad din token ger åtkomst till.',
    },
    'skatteverket-sysorg': {
      certificate: 'Organisationslegitimationen från Expisoft: .p12-filen och dess PIN-kod.',
      oauth2: 'Nycklarna märkta OAuth2 och APIgw som gjordes för ett system med organisationslegitimation, samt scope.',
    },
    'skatteverket-sys': {
      oauth2: 'Nycklarna märkta OAuth2 och APIgw som gjordes för ett system, samt scope.',
    },
  },
  begin: {
    token: 'Logga in med certifikatet på min USB-token…',
    tokenTitle: 'Mitt certifikat finns på en USB-token',
    tokenNote:
      'Eller i datorns certifikatarkiv. Ett fönster med sidorna hos ANAF öppnas, och Taxpass frågar vilket certifikat som ska användas.',
    fileTitle: 'Mitt certifikat finns i en fil',
    file: 'Logga in med en certifikatfil (.p12)…',
    organisation: 'Logga in med organisationslegitimationen (.p12)…',
    keys: 'Ange nycklarna som har kommit…',
    keysNote: 'Det räcker att börja med det ena paret eller en del av det.',
  },
  keys: {
    title: 'Nycklar: {{profile}}',
    text: 'Ange det som har kommit. Resten kan följa: vad som saknas står på första sidan och under API-nycklar.',
  },
  fileNote: 'Taxpass frågar efter filen och sedan efter dess PIN-kod.',
  saveForLater: 'Spara och fortsätt senare',
  savedForLater: '{{name}} har sparats. Fortsätt från första sidan eller under API-nycklar.',
  underWay: {
    heading: 'Påbörjat',
    ready: 'API-nycklarna är fullständiga: det går att logga in.',
    fill: 'Ange resten…',
    fillFor: 'Ange resten för {{name}}…',
    signIn: 'Fortsätt och logga in…',
    signInFor: 'Fortsätt och logga in med {{name}}…',
    certificates_one: 'Redan importerat: certifikatet för {{holders}}.',
    certificates_other: 'Redan importerade: certifikaten för {{holders}}.',
  },
  callback: {
    anaf: 'Callback URL att registrera hos ANAF',
    skatteverket: 'Redirect-URI att registrera hos Skatteverket',
    exactly: 'Registrera adressen och ange den i Taxpass på exakt samma sätt, tecken för tecken.',
    why: {
      loopback:
        'Välj den här: den fungerar både i Taxpass eget fönster och med din egen webbläsare. Taxpass lyssnar på adressen under inloggningen.',
      astray:
        'Den i ANAF:s exempel med Postman. Är den redan registrerad duger den: Taxpass eget fönster fångar upp den innan något skickas dit. Den går inte med din egen webbläsare.',
      caught:
        'Inget program behöver ta emot svaret där: Taxpass följer självt inloggningen och stannar vid den här adressen.',
      protocol: 'Webbläsaren lämnar själv över inloggningen till Taxpass.',
      pasted: 'Där bara https godtas. Du klistrar in adressen som webbläsaren stannade vid.',
      relayed: 'En egen sida lämnar över inloggningen till Taxpass.',
    },
    several: 'Flera får registreras (”+”); med båda kan du välja fritt senare.',
  },
  elsewhere: {
    heading: 'Från en annan dator',
    text: 'Har Taxpass använts på en annan dator, eller finns det en säkerhetskopia? Öppna filen som Taxpass skrev.',
    open: 'Hämta konton från en annan dator…',
  },
  practise: {
    heading: 'Öva först',
    text: 'Med Taxpass följer ett ANAF och ett Skatteverket för övning, som bara körs på den här datorn. Övningsläget har ett eget fönster och egna data, och kan vara öppet samtidigt.',
    open: 'Öppna övningsläget',
    opened: 'Övningsläget öppnas i ett eget fönster.',
    line: 'Eller starta det med den här raden',
    windows: 'Skriv den i ”Kör” (Windows+R); sätt mappen med Taxpass framför om programmet inte hittas.',
    mac: 'Skriv den i Terminal.',
    linux: 'Skriv den i en terminal.',
  },
  copy: 'Kopiera',
  copyAddress: 'Kopiera {{address}}',
  copied: 'Kopierat: {{address}}',
};

/** Help: what stands around its articles, which are read when they are asked for. */
export const help: Swedish<typeof helpEn> = {
  topics: 'Hjälpämnen',
  gives: 'Nu har du:',
  about: {
    'register-anaf': 'Så registrerar du hos ANAF, steg för steg',
    'register-skatteverket': 'Så får du nycklar och organisationslegitimation, steg för steg',
    'usb-token': 'Vad datorn behöver för en USB-token, och vad du gör om inget visas',
    storage: 'Vad Taxpass sparar, och vad en lösenfras gör',
  },
  /** A press of the mouse, after the key that is held with it. */
  click: 'klick',
  shortcuts: {
    next: 'Till nästa fält eller knapp',
    previous: 'Till föregående',
    landmark: 'Från kontona till den öppna sidan och tillbaka',
    choose: 'Välj bland flikar, i listor och bland alternativ',
    ends: 'Till det första kontot i listan, till det sista',
    pages: 'En skärmsida konton uppåt eller nedåt',
    name: 'I listan: till kontot vars namn börjar så',
    select: 'Markera även det här kontot',
    selectRange: 'Markera alla konton fram till det här',
    press: 'Tryck på knappen; i ett formulär: gå vidare',
    close: 'Stäng dialogrutan; det du har skrivit försvinner inte utan en fråga',
    search: 'Sök bland kontona',
    help: 'Öppna hjälpen',
    settings: 'Öppna inställningarna',
    larger: 'Större text',
    smaller: 'Mindre text',
    usualSize: 'Vanlig storlek',
    closeWindow: 'Stäng fönstret; ligger Taxpass kvar i meddelandefältet fortsätter det att förnya',
  },
};
