import type { settings as settingsEn } from '../en/settings.ts';
import type { Swedish } from '../texts.ts';
/** Settings. */
export const settings: Swedish<typeof settingsEn> = {
  heading: 'Inställningar',
  theme: 'Tema',
  themes: { system: 'Som systemet', light: 'Ljust', dark: 'Mörkt' },
  language: 'Språk',
  languages: { en: 'English', ro: 'Română', sv: 'Svenska' },
  version: 'Taxpass {{version}}',
  network: {
    heading: 'Nätverk',
    proxy: {
      heading: 'Proxy',
      text: 'Taxpass når myndigheterna enligt systemets proxyinställningar, precis som en webbläsare. De ändras där, inte här.',
      none: 'Systemet anger ingen proxy för myndigheterna: Taxpass ansluter direkt.',
      name: 'Proxy',
      kind: 'Typ',
      kinds: { http: 'HTTP', https: 'HTTPS', socks5: 'SOCKS 5', unsupported: 'Okänd för Taxpass' },
      through: 'Leder till',
      straight: 'Nås direkt',
      login: 'Användarnamn',
      noLogin: 'Inget',
      enter: 'Ange inloggning…',
      change: 'Ändra inloggningen…',
      forget: 'Glöm inloggningen',
      username: 'Användarnamn',
      password: 'Lösenord',
      sealed: 'Sparas i det krypterade valvet och lämnas bara till den här proxyn.',
      sealedButOpen:
        'Sparas i det krypterade valvet och lämnas bara till den här proxyn. På vägen dit är det inte krypterat: sådana proxyer kan bara ta emot det så (Basic).',
      saved: 'Inloggningen är sparad. Den används vid nästa anslutning.',
      forgotten: 'Inloggningen är glömd.',
      refused: 'Proxyn godtog inte inloggningen. Den skickas inte igen förrän du anger den på nytt.',
      unsupported: 'Taxpass kan inte använda {{proxy}}: bara proxyer av typen HTTP, HTTPS och SOCKS 5 stöds.',
    },
    ca: {
      heading: 'Certifikatutfärdare',
      withSystem:
        'Myndigheternas servrar kontrolleras alltid mot de vanliga publika rotcertifikaten och dem som systemet litar på. Om kontorets nätverk eller ett säkerhetsprogram inspekterar krypterad trafik kan dess CA-certifikat (fråga it-avdelningen) läggas till.',
      bundled:
        'Myndigheternas servrar kontrolleras alltid mot de vanliga publika rotcertifikaten. Vad systemet litar på därutöver går inte att läsa här. Om kontorets nätverk eller ett säkerhetsprogram inspekterar krypterad trafik måste dess CA-certifikat (fråga it-avdelningen) läggas till.',
      list: 'Betrodda därutöver',
      subject: 'Namn',
      issuer: 'Utfärdat av',
      until: 'Giltigt till',
      fingerprint: 'SHA-256',
      add: 'Lägg till en CA-fil…',
      added_one: 'En certifikatutfärdare är nu betrodd.',
      added_other: '{{count}} certifikatutfärdare är nu betrodda.',
      remove: 'Ta bort…',
      removeConfirm: 'Ta bort',
      removeNamed: 'Ta bort {{subject}}…',
      removeTitle: 'Vill du ta bort certifikatutfärdaren?',
      removeText:
        '”{{subject}}” är sedan inte längre betrodd att intyga en servers identitet. Om kontorets nätverk öppnar trafiken med den når Taxpass ingen myndighet därifrån.',
      removed: 'Certifikatutfärdaren är borttagen.',
    },
  },
};
