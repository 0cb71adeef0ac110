/** The ways to the screens at the right. */
export const navigation = {
  main: 'Open page',
  readToken: 'Read a token',
  help: 'Help',
} as const;

/** The left column: finding, filtering and selecting accounts. */
export const board = {
  add: 'Add account',
  addTokens: 'Tokens you have already',
  addSystem: '{{authority}}: for systems, nobody signs in',
  search: {
    label: 'Search accounts',
    hint: 'Company, number, state…',
    clear: 'Clear the search',
  },
  count: {
    accounts_one: '{{number}} account',
    accounts_other: '{{number}} accounts',
    shown: '{{shown}} of {{all}}',
    needSomebody_one: '{{number}} needs attention',
    needSomebody_other: '{{number}} need attention',
  },
  filter: {
    open: 'Filter',
    chosen: 'Filter: {{filter}}',
    clear: 'Show all again: {{filter}}',
    state: 'State',
    states: {
      all: 'All accounts',
      needSomebody: 'Needs attention',
      inOrder: 'In order',
      elsewhere: 'Not renewed here',
    },
    authority: 'Authority',
    anyAuthority: 'All authorities',
    counted: '{{name}} ({{number}})',
    both: '{{state}}, {{authority}}',
  },
  none: 'No accounts yet. Use “Add account” to make the first one.',
  notFound: {
    what: 'No account found.',
    now: 'Part of a name or number is enough. Or show them all again:',
    showAll: 'Show all accounts',
  },
  /** Both deadlines in a row, in short. */
  until: {
    programs: 'Works until',
    certificate: 'Without certificate until',
    signIn: 'Without sign-in until',
  },
  /** The row's one button, in short; read out it says for whom. */
  act: { 'refresh-token': 'Renew', 'sign-in': 'Fetch' },
  /** What a row is called: the account and its authority. */
  row: '{{name}}, {{authority}}',
  /** What tells two accounts of one holder apart that have the same application by name, or the very same. */
  told: {
    flow: '{{application}}, {{how}}',
    number: '{{application}} (no. {{number}})',
  },
  select: {
    start: 'Select…',
    acts: 'With the selected accounts',
    count_one: '{{number}} selected',
    count_other: '{{number}} selected',
    countHidden: '{{number}} selected, {{hidden}} of them not shown',
    all_one: 'Select the one shown',
    all_other: 'Select all {{number}} shown',
    nothing: 'Select none',
    renew: 'Renew now',
    move: 'Move to another computer…',
    done: 'Done',
    started_one: '{{number}} account is being renewed.',
    started_other: '{{number}} accounts are being renewed.',
    startedSome:
      '{{started}} of {{selected}} are being renewed. The others need a person, or are not renewed on this computer.',
    startedNone: 'None of them can be renewed without a person on this computer.',
  },
} as const;
