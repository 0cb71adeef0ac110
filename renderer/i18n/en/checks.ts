/** The one request that shows whether a token works. */
export const checks = {
  act: 'Check that it works',
  acting: 'Checking…',
  what: 'Asks {{authority}} for {{path}}, which changes nothing.',
  at: 'Checked {{time}}: status {{status}}.',
  companyRights: 'Rights for a company are checked under Requests, with “E-Factura messages”.',
  refused: '{{authority}} did not answer with a yes.',
  more: 'Checked {{time}}: status {{status}}. Under Requests the same request shows the whole answer.',
} as const;
