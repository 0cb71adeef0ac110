import type { device as deviceEn } from '../en/device.ts';
import type { Swedish } from '../texts.ts';
/** What a sign-in with a certificate on a hardware token, or in the system's store, asks while it goes on. */
export const device: Swedish<typeof deviceEn> = {
  certificate: {
    legend: 'Vilket certifikat ska visas upp för {{host}}?',
    issued: '{{issuer}} · giltigt till {{time}}',
    serial: 'Serienummer {{serialNumber}}',
    unfit: {
      expired: 'Har gått ut: det kan inte längre användas.',
      'not-yet-valid': 'Inte giltigt än: det kan användas från {{time}}.',
      'not-offered':
        'Kan inte väljas: det finns inte på den USB-token som är ansluten, eller så godtar {{host}} det inte.',
    },
    hint: 'Saknas något? Avbryt, anslut rätt USB-token och logga in igen.',
    show: 'Logga in med det här certifikatet',
  },
  pin: {
    intro: 'USB-token ”{{tokenName}}” begär sin PIN-kod.',
    label: 'PIN-kod för USB-token',
    empty: 'Ange PIN-koden för din USB-token.',
    wrong: 'PIN-koden var fel.',
    triesLeft_one:
      'Ett försök återstår innan den här inloggningen avbryts. En USB-token låser sig efter några felaktiga PIN-koder.',
    triesLeft_other:
      '{{count}} försök återstår innan den här inloggningen avbryts. En USB-token låser sig efter några felaktiga PIN-koder.',
    staysOpen:
      'PIN-koden lämnas till din USB-token och sparas inte. Din USB-token är sedan upplåst för Taxpass tills den dras ut eller Taxpass avslutas.',
    skip: 'Inte den här',
    unlock: 'Lås upp USB-token',
  },
  /** What was asked before this window was there. */
  waits: {
    title: 'En inloggning hos {{authority}} med ”{{application}}” väntar på ett svar.',
    answer: 'Svara…',
  },
};
