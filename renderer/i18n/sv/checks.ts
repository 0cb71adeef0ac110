import type { checks as checksEn } from '../en/checks.ts';
import type { Swedish } from '../texts.ts';

/** The one request that shows whether a token works. */
export const checks: Swedish<typeof checksEn> = {
  act: 'Kontrollera att det fungerar',
  acting: 'Kontrollerar…',
  what: 'Anropar {{path}} hos {{authority}}, vilket inte ändrar något.',
  at: 'Kontrollerat {{time}}: status {{status}}.',
  companyRights: 'Behörigheten för ett företag kontrolleras under Anrop, med ”E-Factura-meddelanden”.',
  refused: '{{authority}} svarade inte ja.',
  more: 'Kontrollerat {{time}}: status {{status}}. Under Anrop visar samma anrop hela svaret.',
};
