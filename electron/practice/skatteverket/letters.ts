import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { writeFileAtomically } from '../state-file.ts';
import type { Expisoft } from './expisoft.ts';
import type { OAuth2Client, Registry } from './registration.ts';

const places: Record<Environment, { folder: string; name: string }> = {
  test: { folder: '', name: 'testmiljö' },
  production: { folder: 'produktion', name: 'produktionsmiljö' },
};

const practiceNotice = `*** ÖVNING ***
Detta brev kommer från Taxpass övningsmyndighet, inte från Skatteverket eller Expisoft.
Nycklarna fungerar bara mot övningsservrarna på den här datorn.`;

/** Puts what an authority would have posted into `post/` (production's into `post/produktion/`); gives the P12's path. */
export function deliverLetters(folder: string, expisoft: Expisoft, registry: Registry, client: OAuth2Client): string {
  const place = places[registry.environment];
  const directory = join(folder, 'post', place.folder);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const deliver = (name: string, content: string | Uint8Array) => {
    const path = join(directory, name);
    if (!existsSync(path) || !readFileSync(path).equals(Buffer.from(content))) writeFileAtomically(path, content);
    return path;
  };
  const letter = (name: string, lines: ReadonlyArray<string>) =>
    deliver(name, `${practiceNotice}\n\n${lines.join('\n')}\n`);

  letter('bolag-a PIN-kod.txt', [
    `Hej Bolag A AB (165560000167)!`,
    '',
    `Här är PIN-koden till er organisationslegitimation för ${place.name}, filen bolag-a.p12.`,
    'Förvara den skilt från filen.',
    '',
    `PIN-kod: ${expisoft.delivery.pin}`,
  ]);
  letter('API-nycklar OAuth2.txt', [
    `API-nycklar till Skatteverkets auktorisationsserver, ${place.name}.`,
    'Flöde: Authorization Code Grant med organisationslegitimation.',
    '',
    `OAuth2 client ID: ${client.clientId}`,
    `OAuth2 client secret: ${client.clientSecret}`,
    '',
    `Registrerad redirect-URI: ${client.redirectUris.join(', ')}`,
    `Scope: ${client.scopes.join(', ')}`,
  ]);
  letter('API-nycklar APIgw.txt', [
    `API-nycklar till Skatteverkets API-gateway, ${place.name}.`,
    '',
    `APIgw client ID: ${registry.apigw.clientId}`,
    `APIgw client secret: ${registry.apigw.clientSecret}`,
  ]);
  return deliver('bolag-a.p12', expisoft.delivery.p12);
}
