import type { checks as checksEn } from '../en/checks.ts';
import type { Romanian } from '../texts.ts';

/** The one request that shows whether a token works. */
export const checks: Romanian<typeof checksEn> = {
  act: 'Verifică dacă funcționează',
  acting: 'Se verifică…',
  what: 'Trimite la {{authority}} un apel de test ({{path}}); nu modifică nimic.',
  at: 'Verificat {{time}}: status {{status}}.',
  companyRights: 'Drepturile pentru o firmă se verifică la „Apeluri”, cu „Mesaje E-Factura”.',
  refused: '{{authority}} nu a răspuns afirmativ.',
  more: 'Verificat {{time}}: status {{status}}. În fila „Apeluri”, același apel arată răspunsul întreg.',
};
