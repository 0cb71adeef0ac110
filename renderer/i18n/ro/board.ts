import type { board as boardEn, navigation as navigationEn } from '../en/board.ts';
import type { Romanian } from '../texts.ts';

/** The ways to the screens at the right. */
export const navigation: Romanian<typeof navigationEn> = {
  main: 'Pagina deschisă',
  readToken: 'Citește un token OAuth',
  help: 'Ajutor',
};

/** The left column: finding, filtering and selecting accounts. */
export const board: Romanian<typeof boardEn> = {
  add: 'Adaugă cont',
  addTokens: 'Tokenuri pe care le aveți deja',
  addSystem: '{{authority}}: pentru sisteme, fără utilizator',
  search: {
    label: 'Caută în conturi',
    hint: 'Firmă, CUI/CIF, stare…',
    clear: 'Șterge căutarea',
  },
  count: {
    accounts_one: '{{number}} cont',
    accounts_few: '{{number}} conturi',
    accounts_other: '{{number}} de conturi',
    shown: '{{shown}} din {{all}}',
    needSomebody_one: '{{number}} de rezolvat',
    needSomebody_few: '{{number}} de rezolvat',
    needSomebody_other: '{{number}} de rezolvat',
  },
  filter: {
    open: 'Filtru',
    chosen: 'Filtru: {{filter}}',
    clear: 'Afișează din nou toate: {{filter}}',
    state: 'Stare',
    states: {
      all: 'Toate conturile',
      needSomebody: 'De rezolvat',
      inOrder: 'În regulă',
      elsewhere: 'Neprelungite aici',
    },
    authority: 'Autoritate',
    anyAuthority: 'Toate autoritățile',
    counted: '{{name}} ({{number}})',
    both: '{{state}}, {{authority}}',
  },
  none: 'Niciun cont încă. Primul se adaugă cu „Adaugă cont”.',
  notFound: {
    what: 'Nu s-a găsit niciun cont.',
    now: 'Este suficientă o parte din nume sau din CUI/CIF. Sau afișați-le din nou pe toate:',
    showAll: 'Afișează toate conturile',
  },
  until: {
    programs: 'Funcționează până la',
    certificate: 'Fără certificat până la',
    signIn: 'Fără autentificare până la',
  },
  act: { 'refresh-token': 'Prelungește', 'sign-in': 'Obține' },
  row: '{{name}}, {{authority}}',
  told: {
    flow: '{{application}}, {{how}}',
    number: '{{application}} (nr. {{number}})',
  },
  select: {
    start: 'Selectează…',
    acts: 'Cu conturile selectate',
    count_one: '{{number}} selectat',
    count_few: '{{number}} selectate',
    count_other: '{{number}} selectate',
    countHidden: '{{number}} selectate, dintre care {{hidden}} nu sunt afișate',
    all_one: 'Selectează contul afișat',
    all_few: 'Selectează cele {{number}} afișate',
    all_other: 'Selectează cele {{number}} afișate',
    nothing: 'Deselectează tot',
    renew: 'Prelungește acum',
    move: 'Mută pe alt calculator…',
    done: 'Gata',
    started_one: 'Se prelungește {{number}} cont.',
    started_few: 'Se prelungesc {{number}} conturi.',
    started_other: 'Se prelungesc {{number}} de conturi.',
    startedSome:
      'Se prelungesc {{started}} din {{selected}}. Celelalte au nevoie de o persoană sau nu se prelungesc pe acest calculator.',
    startedNone: 'Niciunul nu poate fi prelungit pe acest calculator fără o persoană.',
  },
};
