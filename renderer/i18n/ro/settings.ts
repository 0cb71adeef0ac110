import type { settings as settingsEn } from '../en/settings.ts';
import type { Romanian } from '../texts.ts';
/** Settings. */
export const settings: Romanian<typeof settingsEn> = {
  heading: 'Setări',
  theme: 'Aspect',
  themes: { system: 'Ca sistemul', light: 'Luminos', dark: 'Întunecat' },
  language: 'Limba',
  languages: { en: 'English', ro: 'Română', sv: 'Svenska' },
  version: 'Taxpass {{version}}',
  network: {
    heading: 'Rețea',
    proxy: {
      heading: 'Proxy',
      text: 'Taxpass se conectează la autorități după setările de proxy ale acestui sistem, ca un browser. Ele se schimbă acolo, nu aici.',
      none: 'Sistemul nu indică niciun proxy pentru autorități: Taxpass se conectează direct la ele.',
      name: 'Proxy',
      kind: 'Tip',
      kinds: { http: 'HTTP', https: 'HTTPS', socks5: 'SOCKS 5', unsupported: 'Necunoscut pentru Taxpass' },
      through: 'Folosit pentru',
      straight: 'Se ajunge direct',
      login: 'Nume de utilizator',
      noLogin: 'Niciunul',
      enter: 'Completează datele de conectare…',
      change: 'Schimbă datele de conectare…',
      forget: 'Șterge datele de conectare',
      username: 'Nume de utilizator',
      password: 'Parolă',
      sealed: 'Se păstrează în seif și se transmit numai acestui proxy.',
      sealedButOpen:
        'Se păstrează în seif și se transmit numai acestui proxy. La transmitere nu sunt criptate: proxy-urile de acest fel acceptă numai autentificarea Basic.',
      saved: 'Datele de conectare au fost salvate. Se folosesc la următoarea conexiune.',
      forgotten: 'Datele de conectare au fost șterse.',
      refused: 'Proxy-ul nu a acceptat aceste date de conectare. Nu se mai trimit până când le introduceți din nou.',
      unsupported: 'Taxpass nu poate folosi {{proxy}}: cunoaște proxy-uri HTTP, HTTPS și SOCKS 5.',
    },
    ca: {
      heading: 'Autorități de certificare',
      withSystem:
        'Serverele autorităților se verifică întotdeauna după certificatele rădăcină publice obișnuite și după cele în care are încredere acest sistem. Dacă rețeaua biroului sau un program de securitate inspectează traficul criptat, se poate adăuga certificatul autorității de certificare (CA); întrebați administratorul IT.',
      bundled:
        'Serverele autorităților se verifică întotdeauna după certificatele rădăcină publice obișnuite. Celelalte certificate rădăcină în care are încredere acest sistem nu pot fi citite aici. Dacă rețeaua biroului sau un program de securitate inspectează traficul criptat, trebuie adăugat certificatul autorității de certificare (CA); întrebați administratorul IT.',
      list: 'De încredere în plus',
      subject: 'Denumire',
      issuer: 'Emis de',
      until: 'Valabil până la',
      fingerprint: 'SHA-256',
      add: 'Adaugă un fișier CA…',
      added_one: 'O autoritate de certificare este acum de încredere.',
      added_few: '{{count}} autorități de certificare sunt acum de încredere.',
      added_other: '{{count}} de autorități de certificare sunt acum de încredere.',
      remove: 'Elimină…',
      removeConfirm: 'Elimină',
      removeNamed: 'Elimină {{subject}}…',
      removeTitle: 'Eliminați autoritatea de certificare?',
      removeText:
        'Taxpass nu va mai avea încredere în „{{subject}}” la verificarea serverelor. Dacă rețeaua dumneavoastră inspectează traficul cu acest certificat, Taxpass nu se mai poate conecta din ea la nicio autoritate.',
      removed: 'Autoritatea de certificare a fost eliminată.',
    },
  },
};
