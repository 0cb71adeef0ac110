import type { ApplicationInput } from '../../../electron/contract/contract.ts';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';

/** What is being typed of an application, without its secrets. */
export type ApplicationDraft = Omit<ApplicationInput, 'scopes' | 'clientSecret' | 'apigwClientSecret'> & {
  readonly chosenScopes: readonly string[];
  /** Scopes that the profile does not know, separated by blanks. */
  readonly otherScopes: string;
};

/** An empty draft with the profile's suggestions. */
export function newDraft(profile: ProfileView, name: string): ApplicationDraft {
  return {
    id: null,
    profile: profile.id,
    environment: profile.environments[0]?.name ?? 'test',
    name,
    redirectUri: profile.suggestedRedirectUri,
    chosenScopes: [],
    otherScopes: '',
    clientId: '',
    apigwClientId: '',
  };
}

/** An application as it is stored, for editing. */
export function draftOf(application: ApplicationView, profile: ProfileView): ApplicationDraft {
  const isKnown = (scope: string): boolean => profile.knownScopes.includes(scope);
  return {
    id: application.id,
    profile: application.profile,
    environment: application.environment,
    name: application.name,
    redirectUri: application.redirectUri,
    chosenScopes: application.scopes.filter(isKnown),
    otherScopes: application.scopes.filter((scope) => !isKnown(scope)).join(' '),
    clientId: application.clientId,
    apigwClientId: application.apigwClientId,
  };
}

/** The draft as it is saved. An empty secret keeps the one that is stored. */
export function inputOf(draft: ApplicationDraft, clientSecret: string, apigwClientSecret: string): ApplicationInput {
  const { chosenScopes, otherScopes, ...rest } = draft;
  return {
    ...rest,
    scopes: [...chosenScopes, ...otherScopes.split(/\s+/).filter((scope) => scope !== '')],
    clientSecret: clientSecret === '' ? null : clientSecret,
    apigwClientSecret: apigwClientSecret === '' ? null : apigwClientSecret,
  };
}

/** Whether a sign-in can be tried with what was saved, together with the secrets that were stored before. */
export function isComplete(input: ApplicationInput, before: ApplicationView | null): boolean {
  const hasClientSecret = input.clientSecret !== null || before?.hasClientSecret === true;
  const hasApigwClientSecret = input.apigwClientSecret !== null || before?.hasApigwClientSecret === true;
  return (
    [input.redirectUri, input.clientId, input.apigwClientId].every((text) => text !== '') &&
    input.scopes.length > 0 &&
    hasClientSecret &&
    hasApigwClientSecret
  );
}
