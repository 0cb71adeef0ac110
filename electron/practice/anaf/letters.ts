import { join } from 'node:path';
import { openLetterBox } from '../letter-box.ts';
import type { Application } from './application.ts';
import type { CertSign } from './certsign.ts';
import type { Company } from './messages.ts';

const practiceNotice = `*** EXERSARE ***
Acest document vine de la autoritatea de exersare a Taxpass, nu de la ANAF sau de la certSIGN.
Datele funcționează numai cu serverele de exersare de pe acest calculator.`;

/** Puts into `post/anaf/` what a person would have at hand; gives the P12's path. */
export function deliverLetters(
  folder: string,
  certSign: CertSign,
  application: Application,
  companies: ReadonlyArray<Company>,
): string {
  const { deliver, letter } = openLetterBox(join(folder, 'post', 'anaf'), practiceNotice);

  letter('parola certificatului.txt', [
    'Bună ziua, POPESCU ANA!',
    '',
    'Aceasta este parola certificatului dumneavoastră digital calificat, fișierul „certificat calificat.p12”.',
    'Păstrați-o separat de fișier.',
    '',
    `Parola fișierului: ${certSign.delivery.password}`,
  ]);
  letter('Profil OAuth.txt', [
    'Profil OAuth',
    '',
    `Denumire aplicație: ${application.name}`,
    ...application.redirectUris().map((uri, index) => `Callback URL ${index + 1}: ${uri}`),
    `Serviciu: ${application.services.join(', ')}`,
    '',
    'Client ID-uri OAuth existente pentru contul dvs.',
    `Client ID: ${application.clientId}`,
    `Client Secret: ${application.clientSecret}`,
  ]);
  letter('Drepturi în SPV.txt', [
    'POPESCU ANA are drepturi în SPV pentru:',
    '',
    ...companies.map(({ name, cif }) => `${name}, CIF ${cif}`),
  ]);
  return deliver('certificat calificat.p12', certSign.delivery.p12);
}
