import type { ApplicationInput } from '../../../electron/contract/contract.ts';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';

/** What is being typed of an application, without its secrets. */
export type ApplicationDraft = Omit<ApplicationInput, 'services' | 'scopes' | 'clientSecret' | 'apigwClientSecret'> & {
  readonly chosenServices: readonly string[];
  /** Services that the profile does not know, separated by commas. */
  readonly otherServices: string;
  readonly chosenScopes: readonly string[];
  /** Scopes that the profile does not know, separated by blanks or commas. */
  readonly otherScopes: string;
};

/** An empty draft with the profile's suggestions. */
export function newDraft(profile: ProfileView, name: string): ApplicationDraft {
  return {
    id: null,
    profile: profile.id,
    environment: profile.environments[0]?.name ?? 'test',
    name,
    redirectUris: [profile.suggestedRedirectUris[0] ?? ''],
    chosenServices: [],
    otherServices: '',
    chosenScopes: [],
    otherScopes: '',
    clientId: '',
    apigwClientId: '',
  };
}

/** An application as it is stored, for editing. */
export function draftOf(application: ApplicationView, profile: ProfileView): ApplicationDraft {
  const { knownServices, knownScopes } = profile;
  return {
    id: application.id,
    profile: application.profile,
    environment: application.environment,
    name: application.name,
    redirectUris: application.redirectUris.length === 0 ? [''] : application.redirectUris,
    chosenServices: application.services.filter((service) => knownServices.includes(service)),
    otherServices: application.services.filter((service) => !knownServices.includes(service)).join(', '),
    chosenScopes: application.scopes.filter((scope) => knownScopes.includes(scope)),
    otherScopes: application.scopes.filter((scope) => !knownScopes.includes(scope)).join(' '),
    clientId: application.clientId,
    apigwClientId: application.apigwClientId,
  };
}

/** The redirect URIs of a draft: what is left once empty lines and blanks around (a copying slip) are gone. */
export function redirectUrisOf(draft: ApplicationDraft): string[] {
  const typed = draft.redirectUris.map((uri) => uri.trim()).filter((uri) => uri !== '');
  return [...new Set(typed)];
}

/** The scopes of a draft, those of the list first. */
export function scopesOf({ chosenScopes, otherScopes }: ApplicationDraft): string[] {
  return [...chosenScopes, ...parts(otherScopes, /[\s,]+/)];
}

/** The draft as it is saved. An empty secret keeps the one that is stored. */
export function inputOf(draft: ApplicationDraft, clientSecret: string, apigwClientSecret: string): ApplicationInput {
  const { chosenServices, otherServices, id, profile, environment, name, clientId, apigwClientId } = draft;
  return {
    ...{ id, profile, environment, name, clientId, apigwClientId },
    redirectUris: redirectUrisOf(draft),
    services: [...chosenServices, ...parts(otherServices, ',')],
    scopes: scopesOf(draft),
    clientSecret: clientSecret === '' ? null : clientSecret,
    apigwClientSecret: apigwClientSecret === '' ? null : apigwClientSecret,
  };
}

function parts(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether a sign-in can be tried with what was saved, together with the secrets that were stored before. */
export function isComplete(input: ApplicationInput, before: ApplicationView | null, profile: ProfileView): boolean {
  const hasClientSecret = input.clientSecret !== null || before?.hasClientSecret === true;
  return (
    (!profile.hasRedirectUris || input.redirectUris.length > 0) &&
    input.clientId !== '' &&
    hasClientSecret &&
    (profile.scope === 'none' || input.scopes.length > 0)
  );
}
