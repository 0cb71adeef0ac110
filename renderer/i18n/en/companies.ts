/** The companies an account is used for. */
export const companies = {
  heading: 'Companies',
  edit: 'Edit companies…',
  editFor: 'Edit companies… for {{account}}',
  none: 'No company is entered.',
  /** The organisation that the account’s certificate names, as a first label. */
  own: 'Add {{company}}, named in the certificate',
  dialog: {
    title: 'Companies of this account',
    lead: 'One token covers every company its holder has rights for. These are your own labels for finding them again: the authority is not asked, and nothing changes there.',
    table: 'Companies',
    number: 'Number',
    name: 'Name',
    personal: 'personal number',
    remove: 'Remove',
    removeFor: 'Remove {{company}}',
    count_one: '{{count}} company',
    count_other: '{{count}} companies',
    tooMany:
      'An account can carry {{limit}} companies; these are {{count}}. Remove some, or spread them over accounts.',
    empty: 'None yet. Paste a list below.',
    saved_one: 'Saved {{count}} company.',
    saved_other: 'Saved {{count}} companies.',
  },
  paste: {
    label: 'Add companies',
    anafHint:
      'One per line: the CUI, and the name beside it if you like. Columns from a spreadsheet can be pasted: the first one with words is taken as the name, the rest are left out.',
    skatteverketHint:
      'One per line: the organisation number, and the name beside it if you like. Columns from a spreadsheet can be pasted: the first one with words is taken as the name, the rest are left out.',
    read: 'Read',
    empty: 'Type or paste at least one number.',
    tooLong: 'This is longer than any list of companies. Paste the two columns only.',
    result: 'What was read',
    found_one: '{{count}} company read',
    found_other: '{{count}} companies read',
    heading: 'The first line was taken for the heading: {{text}}',
    repeated_one: '{{count}} line repeats a company above it: {{lines}}.',
    repeated_other: '{{count}} lines repeat companies above them: {{lines}}.',
    already_one: '{{count}} of them is in the list already.',
    already_other: '{{count}} of them are in the list already.',
    personal_one:
      '{{count}} number is a person’s own, as sole traders have. It is shown in full to whoever sees this window.',
    personal_other:
      '{{count}} numbers are persons’ own, as sole traders have. They are shown in full to whoever sees this window.',
    problems_one: '{{count}} line was not understood',
    problems_other: '{{count}} lines were not understood',
    line: 'Line {{line}}: {{text}}',
    more_one: 'and {{count}} more line',
    more_other: 'and {{count}} more lines',
    add_one: 'Add {{count}} company',
    add_other: 'Add {{count}} companies',
    notAdded: 'What is in the field was not added. Read and add it, or press “{{save}}” again to leave it out.',
    addNames: 'Add the names',
    problem: {
      'no-number': 'There is no number in it.',
      'check-digit': 'The check digit is wrong: a digit is missing or mistyped.',
      length: 'No such number has that many digits.',
      'name-too-long': 'The name is longer than {{limit}} characters.',
      'line-too-long': 'It is too long for a row of a list.',
    },
  },
} as const;
