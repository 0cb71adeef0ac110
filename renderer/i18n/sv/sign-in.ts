import type { signIn as signInEn } from '../en/sign-in.ts';
import type { Swedish } from '../texts.ts';
/** The steps that add an account, and the questions a sign-in asks. */
export const signIn: Swedish<typeof signInEn> = {
  step: 'Steg {{number}} av {{total}}: {{name}}',
  stepNames: { certificate: 'Certifikat', application: 'API-nycklar', run: 'Logga in' },
  certificateOption: '{{holder}} · {{number}}',
  certificateNote: '{{issuer}} · {{key}} · giltigt till {{time}}',
  /** What each way is, what it asks of the user, and what is said while it goes on. */
  ways: {
    direct: {
      name: 'Automatiskt, utan fönster',
      note: 'Taxpass genomför inloggningen och visar upp certifikatet; ingen behöver göra något mer.',
      running: 'Loggar in som {{holder}}',
      waiting: 'Visar upp certifikatet för {{authority}}…',
    },
    window: {
      name: 'I ett fönster i Taxpass',
      note: 'Sidorna hos {{authority}} öppnas i ett fönster i Taxpass, och certifikatet visas upp när sidorna begär det.',
      running:
        'Ett fönster med sidorna hos {{authority}} öppnas; logga in där. Certifikatet för {{holder}} visas upp, bara för {{authority}}. Fönstret stängs automatiskt när {{authority}} har svarat.',
      waiting: 'Väntar på inloggningen i fönstret…',
    },
    'device-window': {
      name: 'Certifikatet på min USB-token eller i datorns certifikatarkiv',
      note: 'Ett fönster med sidorna hos {{authority}} öppnas. Taxpass frågar sedan vilket certifikat som ska användas och, om systemet inte självt gör det, efter PIN-koden till din USB-token.',
      running:
        'Ett fönster med sidorna hos {{authority}} öppnas; logga in där. Din USB-token måste vara ansluten. Fönstret stängs automatiskt när {{authority}} har svarat.',
      waiting: 'Väntar på inloggningen i fönstret…',
    },
    browser: {
      name: 'I min egen webbläsare',
      note: 'Sidorna hos {{authority}} öppnas i din webbläsare. Logga in där som du brukar.',
      running: 'Webbläsaren öppnar sidorna hos {{authority}}. Logga in där och kom sedan tillbaka hit.',
      waiting: 'Väntar på inloggningen i webbläsaren…',
    },
    'client-credentials': {
      name: 'Enbart med nycklarna',
      note: 'Ingen loggar in: programmet begär en access token med sina egna nycklar.',
      running: 'Begär en access token hos {{authority}}',
      waiting: 'Begär en access token hos {{authority}}…',
    },
  },
  otherIssuer: {
    title: 'Förmodligen fel certifikat',
    text: '{{authority}} godtar organisationslegitimationer från Expisoft; det här certifikatet är utfärdat av {{issuer}}. Du kan prova; {{authority}} avgör.',
  },
  wayLegend: 'Hur ska inloggningen gå till?',
  anotherWay: 'Logga in på ett annat sätt',
  importAnother: 'Använd en certifikatfil (.p12, .pfx)',
  useImported: 'Tillbaka till valet',
  next: 'Nästa',
  applicationLegend: 'Med vilka API-nycklar?',
  enterNew: 'Ange nya API-nycklar',
  useExisting: 'Använd API-nycklar som redan är sparade',
  saveAndSignIn: 'Spara och logga in',
  signIn: 'Logga in',
  saveAndFetch: 'Spara och hämta token',
  fetch: 'Hämta token',
  redirectLegend: 'Adress för återanropet vid den här inloggningen',
  arrival: {
    caught: 'Taxpass fångar upp återanropet innan något skickas till adressen.',
    protocol: 'Webbläsaren lämnar över till Taxpass av sig själv.',
    loopback:
      'Taxpass lyssnar där, bara på den här datorn, medan du loggar in. Webbläsaren varnar först: ingen kan intyga adressen ”localhost”.',
    relayed:
      'Sidan på adressen lämnar över till Taxpass, eller så kopierar du adressen från webbläsaren och klistrar in den här.',
    pasted: 'Inget program kan ta emot svaret där: kopiera adressen från webbläsaren och klistra in den här.',
    astray: 'Med webbläsaren skulle någon annans sida få se koden: välj fönstret i stället.',
  },
  stillWaiting: 'En inloggning hos {{authority}} med ”{{application}}” väntar fortfarande på webbläsaren.',
  /** What is said and offered while a sign-in waits for the system browser. */
  browser: {
    waitingPastWarning:
      'Väntar på webbläsaren. Den varnar först för att den inte känner till den här datorns certifikat: gå vidare förbi varningen och logga sedan in hos {{authority}}.',
    warning: {
      summary: 'Webbläsarens varning, och hur du går vidare',
      why: 'Den första sidan är Taxpass egen, på ”localhost”: den här datorn. Dess certifikat skapas för den här inloggningen och sparas ingenstans, så ingen webbläsare känner till det. Gå bara förbi en varning om ”localhost”, aldrig en om någon annan adress.',
      past: {
        chrome: 'Chrome, Chromium: ”Avancerat”, sedan ”Fortsätt till localhost (osäkert)”.',
        edge: 'Edge: ”Avancerat”, sedan ”Fortsätt till localhost (osäkert)”.',
        firefox: 'Firefox: ”Avancerat…”, sedan ”Acceptera risken och fortsätt”.',
        safari: 'Safari: ”Visa detaljer”, sedan ”besök webbplatsen” och ”Besök webbplats”.',
      },
    },
    openAgain: 'Öppna i webbläsaren igen',
    copyLink: 'Kopiera inloggningslänken',
    linkHint:
      'Länken är till för en annan webbläsare på den här datorn, eller en annan profil i den. Den som loggar in med länken loggar in här: skicka den inte till någon.',
    linkCopied: 'Inloggningslänken ligger i urklipp. Klistra in den i adressfältet i den andra webbläsaren.',
  },
  paste: {
    intro:
      'När du har lämnat medgivande stannar webbläsaren på en adress som inte går att nå. Så ska det vara: kopiera genast hela adressen från adressfältet; den slutar snart gälla.',
    summary: 'Kom webbläsaren inte tillbaka av sig själv?',
    quietIntro: 'Kopiera hela adressen där webbläsaren stannade och klistra in den här.',
    label: 'Klistra in adressen där webbläsaren stannade',
    hint: 'Den börjar med {{arrivalUri}}',
    handIn: 'Använd adressen',
  },
  pinTitle: 'Certifikatets PIN-kod',
  pin: 'PIN-kod',
  pinText:
    'Nyckeln för {{holder}} (certifikat utfärdat av {{issuer}}) är inte sparad på den här datorn. PIN-koden öppnar filen för den här inloggningen och sparas inte.',
  withPin: 'Fortsätt',
  cancelSignIn: 'Avbryt inloggningen',
  done: 'Inloggad som {{holder}}. Din access token är giltig till {{time}}.',
  again: '{{holder}} har fått nya tokens i stället för de tidigare. Din access token är giltig till {{time}}.',
  fetched: '{{holder}} har en access token. Den är giltig till {{time}}.',
  shared: 'Kontot finns redan; dess token är giltig till {{time}}. Ingen begäran skickades till myndigheten.',
  strayCallback: 'Webbläsaren skickade tillbaka en inloggning som Taxpass inte väntade på. Den användes inte.',
  editApplication: 'Redigera API-nycklarna',
};
