import type { board as boardEn, navigation as navigationEn } from '../en/board.ts';
import type { Swedish } from '../texts.ts';

/** The ways to the screens at the right. */
export const navigation: Swedish<typeof navigationEn> = {
  main: 'Öppen sida',
  readToken: 'Läs en token',
  help: 'Hjälp',
};

/** The left column: finding, filtering and selecting accounts. */
export const board: Swedish<typeof boardEn> = {
  add: 'Lägg till konto',
  addTokens: 'Tokens du redan har',
  addSystem: '{{authority}}: för system, ingen loggar in',
  search: {
    label: 'Sök konton',
    hint: 'Företag, nummer, status…',
    clear: 'Rensa sökningen',
  },
  count: {
    accounts_one: '{{number}} konto',
    accounts_other: '{{number}} konton',
    shown: '{{shown}} av {{all}}',
    needSomebody_one: '{{number}} behöver åtgärdas',
    needSomebody_other: '{{number}} behöver åtgärdas',
  },
  filter: {
    open: 'Filtrera',
    chosen: 'Filtrera: {{filter}}',
    clear: 'Visa alla igen: {{filter}}',
    state: 'Status',
    states: {
      all: 'Alla konton',
      needSomebody: 'Behöver åtgärdas',
      inOrder: 'I ordning',
      elsewhere: 'Förnyas inte här',
    },
    authority: 'Myndighet',
    anyAuthority: 'Alla myndigheter',
    counted: '{{name}} ({{number}})',
    both: '{{state}}, {{authority}}',
  },
  none: 'Inga konton än. Tryck på ”Lägg till konto” för att lägga till det första.',
  notFound: {
    what: 'Inget konto hittades.',
    now: 'Det räcker med en del av ett namn eller nummer. Eller visa alla igen:',
    showAll: 'Visa alla konton',
  },
  until: {
    programs: 'Fungerar till',
    certificate: 'Utan certifikat till',
    signIn: 'Utan inloggning till',
  },
  act: { 'refresh-token': 'Förnya', 'sign-in': 'Hämta' },
  row: '{{name}}, {{authority}}',
  told: {
    flow: '{{application}}, {{how}}',
    number: '{{application}} (nr {{number}})',
  },
  select: {
    start: 'Markera…',
    acts: 'Med de markerade kontona',
    count_one: '{{number}} markerat',
    count_other: '{{number}} markerade',
    countHidden: '{{number}} markerade, varav {{hidden}} inte visas',
    all_one: 'Markera det som visas',
    all_other: 'Markera alla {{number}} som visas',
    nothing: 'Avmarkera alla',
    renew: 'Förnya nu',
    move: 'Flytta till en annan dator…',
    done: 'Klar',
    started_one: '{{number}} konto förnyas.',
    started_other: '{{number}} konton förnyas.',
    startedSome:
      '{{started}} av {{selected}} förnyas. De andra kräver en person, eller förnyas inte på den här datorn.',
    startedNone: 'Inget av dem kan förnyas på den här datorn utan en person.',
  },
};
