import type { certificateWarnings as certificateWarningsEn } from '../en/certificate-warnings.ts';
import type { Romanian } from '../texts.ts';

/** Every warning code of an opened P12, and one text for a code that is not known here. */
export const certificateWarnings: Romanian<typeof certificateWarningsEn> = {
  'no-mac': 'Nimic din fișier nu dovedește că a rămas neschimbat de când a fost creat.',
  'legacy-encryption':
    'Fișierul este protejat cu o criptare veche și slabă. Funcționează; păstrați-l unde nu îl pot citi alții.',
  'ber-encoding': 'Fișierul este scris într-o formă mai veche, pe care alte programe o pot refuza.',
  'chain-incomplete': 'Fișierul nu conține certificatele tuturor emitenților până la rădăcină.',
  'unrelated-certificates': 'Fișierul conține și alte certificate; ele nu se folosesc.',
  expensive: 'Deschiderea acestui fișier durează neobișnuit de mult.',
  'trailing-data': 'După sfârșitul fișierului mai există date. Au fost ignorate.',
  'password-encoding': 'Parola s-a potrivit numai într-o codificare neobișnuită; alte programe o pot refuza.',
  'unencrypted-key': 'Cheia se află în fișier fără protecție. Cine are fișierul are și cheia.',
  'unreadable-part': 'O parte a fișierului nu a putut fi citită și a fost omisă.',
  expired: 'Certificatul a expirat. Autoritatea îl va refuza.',
  'not-yet-valid': 'Certificatul nu este încă valabil. Până atunci autoritatea îl va refuza.',
  other: 'Fișierul este neobișnuit: {{code}}.',
};
