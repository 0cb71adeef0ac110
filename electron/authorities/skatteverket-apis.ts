import type { Profile } from './schema.ts';

/**
 * Scopes named in API descriptions, with the flows they are given for where a page says so; null where none does. An API
 * is tied to its flows, nobody can choose freely (S1).
 */
const scopeFlows: Readonly<Record<string, ReadonlyArray<Profile['id']> | null>> = {
  momsdeklaration: null,
  agd: null,
  agdredovisningperiod: null,
  skattekonto: null,
  skahmst: null,
  inkforetag: null,
  obr: null,
  bilforman: ['skatteverket-sys'],
  fos: ['skatteverket-sys'],
  fbfuppgoffakt: ['skatteverket-sysorg'],
};

const presets: ReadonlyArray<Profile['presets'][number]> = [
  { id: 'momsdeklaration-ping', method: 'GET', path: '/momsdeklaration/v1/ping', scope: 'momsdeklaration' },
  { id: 'bilforman-berakna', method: 'POST', path: '/beskattning/bilforman/v2/berakna', scope: 'bilforman' },
  {
    id: 'folkbokforing',
    method: 'GET',
    path: '/folkbokforing/folkbokforingsuppgifter-for-offentliga-aktorer/v3',
    scope: 'fbfuppgoffakt',
  },
];

/** What every call through the API gateway carries (S15); the correlation id's name is that of the momsdeklaration API. */
const apiHeaders: Profile['apiHeaders'] = [
  { name: 'Client_Id', value: 'apigw-client-id' },
  { name: 'Client_Secret', value: 'apigw-client-secret' },
  { name: 'skv_client_correlation_id', value: 'correlation-id' },
];

/**
 * The APIs of one flow. Where a person or an organisation signs in, those of an unknown flow are offered too; a flow
 * where nobody does is offered for nothing but what is known to be its own.
 */
export function apisOf(
  id: Profile['id'],
  signsIn: boolean,
): Pick<Profile, 'knownScopes' | 'scopeFlows' | 'presets' | 'apiHeaders'> {
  const isOffered = (scope: string): boolean => scopeFlows[scope]?.includes(id) ?? signsIn;
  return {
    knownScopes: Object.keys(scopeFlows).filter(isOffered),
    scopeFlows: Object.fromEntries(Object.entries(scopeFlows).map(([scope, flows]) => [scope, flows && [...flows]])),
    presets: presets.filter(({ scope }) => scope !== null && isOffered(scope)),
    apiHeaders,
  };
}
