import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { openLetterBox } from '../letter-box.ts';
import type { LetterBox } from '../letter-box.ts';
import type { Expisoft } from './expisoft.ts';
import type { OAuth2Client, Registry } from './registration.ts';

const places: Record<Environment, { folder: string; name: string }> = {
  test: { folder: '', name: 'testmiljö' },
  production: { folder: 'produktion', name: 'produktionsmiljö' },
};

const practiceNotice = `*** ÖVNING ***
Detta brev kommer från Taxpass övningsmyndighet, inte från Skatteverket eller Expisoft.
Nycklarna fungerar bara mot övningsservrarna på den här datorn.`;

function letterBoxOf(
  folder: string,
  environment: Environment,
): LetterBox & { readonly place: { readonly name: string } } {
  const place = places[environment];
  return { place, ...openLetterBox(join(folder, 'post', place.folder), practiceNotice) };
}

/** Puts what an authority would have posted into `post/` (production's into `post/produktion/`); gives the P12's path. */
export function deliverLetters(folder: string, expisoft: Expisoft, registry: Registry, client: OAuth2Client): string {
  const { place, deliver, letter } = letterBoxOf(folder, registry.environment);

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

/** Puts the letter with the OAuth2 keys of a flow in which nobody signs in; the APIgw keys are the same for every flow. */
export function deliverSystemLetter(folder: string, environment: Environment, client: OAuth2Client): void {
  const { place, letter } = letterBoxOf(folder, environment);
  const isWithCertificate = client.flow === 'sysorg';
  letter(`API-nycklar ${isWithCertificate ? 'system organisationslegitimation' : 'system'} OAuth2.txt`, [
    `API-nycklar till Skatteverkets auktorisationsserver, ${place.name}.`,
    isWithCertificate
      ? 'Flöde: Client Credentials Grant med organisationslegitimation.'
      : 'Flöde: Client Credentials Grant.',
    '',
    `OAuth2 client ID: ${client.clientId}`,
    `OAuth2 client secret: ${client.clientSecret}`,
    '',
    `Scope: ${client.scopes.join(', ')}`,
    '',
    'Till API-gatewayen används nycklarna i brevet API-nycklar APIgw.txt.',
  ]);
}

/** Puts the letter with the personal flow's OAuth2 keys beside the others; the APIgw keys are the same for both flows. */
export function deliverPerLetter(
  folder: string,
  environment: Environment,
  client: OAuth2Client,
  program: string,
): void {
  const { place, letter } = letterBoxOf(folder, environment);
  letter('API-nycklar e-legitimation OAuth2.txt', [
    `API-nycklar till Skatteverkets auktorisationsserver, ${place.name}.`,
    'Flöde: Authorization Code Grant med e-legitimation.',
    `Program: ${program}`,
    '',
    `OAuth2 client ID: ${client.clientId}`,
    `OAuth2 client secret: ${client.clientSecret}`,
    '',
    `Registrerade redirect-URI:er: ${client.redirectUris.join(', ')}`,
    `Scope: ${client.scopes.join(', ')}`,
    '',
    'Till API-gatewayen används nycklarna i brevet API-nycklar APIgw.txt.',
  ]);
}
