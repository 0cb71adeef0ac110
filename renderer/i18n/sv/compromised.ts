import type { compromised as compromisedEn } from '../en/compromised.ts';
import type { Swedish } from '../texts.ts';
/** Reporting access tokens that got into wrong hands (R19). */
export const compromised: Swedish<typeof compromisedEn> = {
  open: 'En token har hamnat i orätta händer…',
  title: 'Anmäl röjda tokens till {{authority}}',
  what: 'En access token fungerar tills den går ut, för den som har den. En förnyelse gör inte de tidigare ogiltiga: de står också i listan.',
  tokens: 'Access tokens som fortfarande fungerar',
  none: 'Ingen access token för det här kontot fungerar längre. Det finns inget att anmäla; en refresh token i orätta händer avslutas genom att applikationen raderas.',
  which: 'Token',
  current: 'Aktuell',
  replaced: 'Ersatt',
  gone: 'Borttagen',
  issued: 'Utfärdad',
  ends: 'Fungerar till',
  serial: 'Certifikat',
  fingerprint: 'Fingeravtryck',
  notSaid: 'framgår inte',
  steps: {
    label: 'Gör så här, i den här ordningen',
    save: 'Spara filen till {{authority}}. Den innehåller dessa access tokens, client ID, certifikatets serienummer och datumen; ingen refresh token och ingen client secret.',
    send: 'Skicka den till {{authority}}: på sin webbplats ber myndigheten om röjda tokens för att kunna spärra dem. Sidan anger ingen adress; fråga via kontaktformuläret i portalen hur den kan skickas säkert.',
    delete: 'Avsluta även åtkomsten för applikationen:',
    remove:
      'Radera den sparade filen. Ta sedan bort kontot från den här datorn: de tokens som står här förvaras krypterat tills de går ut, enbart för att kunna anmälas, och inget program får dem längre.',
    anew: 'Registrera applikationen på nytt och logga in igen.',
  },
  /** Of accounts that were removed. */
  removed: {
    heading: 'Fungerande tokens från borttagna konton',
    what: 'De här kontona är borttagna från den här datorn, och den som har någon av deras access tokens kan använda den tills den går ut. De förvaras krypterat här till dess, enbart för att kunna anmälas till {{authority}} som röjda.',
    title: '{{holder}}, {{application}}',
    named: '{{account}} (borttaget {{time}})',
    saveFor: 'Spara filen för {{account}}…',
  },
  save: 'Spara filen till myndigheten…',
  asking: 'Frågan visas i ett eget fönster.',
  saved: 'Filen är skriven. Radera den när {{authority}} har fått den.',
  declined: 'Ingen fil skrevs.',
  signInAnew: 'Logga in på nytt…',
};
