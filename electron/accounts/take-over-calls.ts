import { randomUUID } from 'node:crypto';
import { authorizeOrigins, realProfiles } from '../authorities/authorities.ts';
import type { Environment, Profile } from '../authorities/schema.ts';
import type { ApplicationInput, CallInput, CallOutput, Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { TakeOverCandidate, TakeOverDraft } from '../contract/take-over-calls.ts';
import { readTakeOver, type FoundTokens } from '../tokens/take-over.ts';
import type { TokenAnswer } from '../tokens/token-answer.ts';
import { believedTime, tokenFacts, tokenFingerprint } from '../tokens/token-facts.ts';
import { createTurns } from '../vault/turns.ts';
import type { ChosenFile } from './certificate-calls.ts';
import { grantOf, withAnswer } from './grant.ts';
import { earlierPairs, pairId, withPairAgain } from './earlier-pairs.ts';
import { placeOf, type Place } from './place.ts';
import { freshAccount, type AccountRecord, type ApplicationRecord } from './records.ts';
import { accountOfTokens, certificateOfSerial, factsOf, placeNamedIn, relationTo, sharesToken } from './same-grant.ts';
import type { Store } from './store.ts';
import type { TakeOverDrafts } from './take-over-drafts.ts';
import { shownText } from './take-over-shown.ts';
import type { TokenTurns } from './token-turns.ts';
import type { Unsaved } from './unsaved.ts';

type ImportInput = CallInput<'takeOver.import'>;
type Imported = CallOutput<'takeOver.import'>;

/** Taking over tokens that another program fetched (R21): read, look, import. No token ever goes to the window. */
export function takeOverCalls(deps: {
  readonly store: () => Store;
  readonly profiles: () => readonly Profile[];
  readonly takeOverDrafts: TakeOverDrafts;
  readonly tokenTurns: TokenTurns;
  readonly unsaved: Pick<Unsaved, 'saveAgain'>;
  /** The system's file dialog; null when it was closed. Fails with `take-over-unreadable`. */
  readonly chooseTokenFile: () => Promise<ChosenFile | null>;
  readonly saveApplication: Handlers['applications.save'];
  /** Wall clock, epoch ms. */
  readonly now: () => number;
}): Pick<Handlers, Extract<keyof Handlers, `takeOver.${string}`>> {
  const inTurn = createTurns();

  function draftOf(text: string): TakeOverDraft {
    const { found, problems } = readTakeOver(text);
    const named = found.length === 0 ? null : placeNamedIn(text, deps.profiles());
    return {
      draftId: found.length === 0 ? null : deps.takeOverDrafts.add(found),
      candidates: found.map((tokens, index) => candidateOf(deps, tokens, { index, named, shown: shownText(found) })),
      problems: [...problems],
    };
  }

  async function take(input: ImportInput): Promise<Imported> {
    const store = deps.store();
    const tokens = deps.takeOverDrafts.get(input.draftId, input.candidate);
    const { accessToken } = tokens;
    if (accessToken === null) return fail({ code: 'take-over-incomplete' });
    const before = applicationBefore(store, input.application, tokens);
    const place = placeOf(deps.profiles(), before);
    refuseOther(tokens, before, place.environment, shownText(deps.takeOverDrafts.all(input.draftId)));
    const answer = answerOf(accessToken, tokens, deps.now());
    refuseEnded(answer, deps.now());
    const known = accountOfTokens(store, before, tokens);
    const standing = known && standingTo(store, known, tokens, deps.now());
    if (standing?.relation === 'older') fail({ code: 'take-over-older' });
    const application = await savedApplication(before, tokens);
    const arriving: Arriving = { tokens, answer, place, application, otherProgramUses: input.otherProgramUses };
    const isSecond = input.keepsBoth === true && standing?.canKeepBoth === true;
    if (known && !isSecond) return replace(known, arriving);
    const { serial = null } = factsOf(tokens) ?? {};
    const account: AccountRecord = {
      ...freshAccount,
      id: randomUUID(),
      applicationId: application.id,
      certificateId: certificateOfSerial(store, serial),
      certificateSerial: serial,
      redirectUri: tokens.callbackUrl ?? application.redirectUris[0] ?? '',
      grant: null,
    };
    await store.saveAccount(withTokens(account, arriving, deps.now()));
    return { accountId: account.id, outcome: 'new' };
  }

  /** Its application as it is stored: a new one is saved, and a secret that is missing comes from beside the tokens. */
  async function savedApplication(
    record: ApplicationRecord,
    { clientSecret }: FoundTokens,
  ): Promise<ApplicationRecord> {
    const store = deps.store();
    const isStored = store.applications().some(({ id }) => id === record.id);
    if (!isStored) {
      const { applicationId } = await deps.saveApplication(newApplication(record));
      return store.application(applicationId);
    }
    if (record.clientSecret !== '' || clientSecret === null) return record;
    await store.saveApplication({ ...record, clientSecret });
    return store.application(record.id);
  }

  /** Judged again on the account as it is by then: a refresh that was under way may have brought something newer. */
  async function replace(known: AccountRecord, arriving: Arriving): Promise<Imported> {
    const store = deps.store();
    let outcome: Imported['outcome'] = 'replaced';
    await deps.tokenTurns.take(arriving.place, known, async () => {
      // An answer that the disk did not take yet would be written over these later, though it may be the older one.
      await deps.unsaved.saveAgain(known.id);
      await store.changeAccount(known.id, (current) => {
        const application = store.application(current.applicationId);
        const relation = relationTo(current, application, arriving.tokens, deps.now());
        if (relation === 'older') fail({ code: 'take-over-older' });
        if (relation === 'same') {
          outcome = 'unchanged';
          return current;
        }
        return withTokens(current, arriving, deps.now());
      });
    });
    return { accountId: known.id, outcome };
  }

  /** In its turn, so that a refresh that is under way is not taken for the other pair's. */
  async function useEarlier(accountId: string, wanted: string): Promise<void> {
    const store = deps.store();
    const account = store.account(accountId);
    const place = placeOf(deps.profiles(), store.application(account.applicationId));
    await deps.tokenTurns.take(place, account, async () => {
      await deps.unsaved.saveAgain(accountId);
      await store.changeAccount(accountId, (current) => {
        if (current.standing !== 'here') fail({ code: 'renewal-elsewhere', standing: current.standing });
        const pair = current.earlier.find((one) => pairId(one) === wanted);
        return pair ? withPairAgain(current, pair, deps.now()) : fail({ code: 'not-found', what: 'draft' });
      });
    });
  }

  return {
    'takeOver.read': ({ text }) => draftOf(text),

    async 'takeOver.open'() {
      const file = await deps.chooseTokenFile();
      return file && draftOf(textOf(file.bytes));
    },

    // One after the other: two at once would make two accounts of one pair.
    'takeOver.import': (input) =>
      inTurn('import', async () => {
        const imported = await take(input);
        deps.takeOverDrafts.discard(input.draftId);
        return imported;
      }),

    async 'takeOver.useEarlier'({ accountId, pairId: wanted }) {
      await useEarlier(accountId, wanted);
      return {};
    },

    'takeOver.discard'({ draftId }) {
      deps.takeOverDrafts.discard(draftId);
      return {};
    },
  };
}

/** Tokens on their way into an account. */
type Arriving = {
  readonly tokens: FoundTokens;
  readonly answer: TokenAnswer;
  readonly place: Place;
  readonly application: ApplicationRecord;
  readonly otherProgramUses: boolean;
};

/**
 * The account with these tokens; what they replace and may still be of use is kept beside. Without a new refresh token it
 * keeps its own, and all that is known of that one.
 */
function withTokens(account: AccountRecord, arriving: Arriving, now: number): AccountRecord {
  const { answer, application, place, otherProgramUses } = arriving;
  const hasRefreshToken = answer.refreshToken !== null;
  const how = { application, scopeAsked: application.scopes, isSignIn: hasRefreshToken, now };
  const taken = withAnswer({ ...account, applicationId: application.id }, place.profile, answer, how);
  if (hasRefreshToken) {
    return { ...taken, hasOtherCopy: otherProgramUses, earlier: earlierPairs(account, taken.grant, now) };
  }
  const { standing, hasOtherCopy, refreshSent, grantEnded, lastFailure } = account;
  return { ...taken, standing, hasOtherCopy, refreshSent, grantEnded, lastFailure };
}

/** As if the authority had just given them, but for their times: what does not say when it ends is not believed to live. */
function answerOf(accessToken: string, { refreshToken }: FoundTokens, now: number): TokenAnswer {
  const facts = tokenFacts(accessToken);
  return {
    accessToken,
    refreshToken:
      refreshToken === null ? null : { value: refreshToken, expiresAt: tokenFacts(refreshToken)?.expiresAt ?? null },
    obtainedAt: believedTime(facts?.issuedAt ?? null, now) ?? now,
    expiresAt: facts?.expiresAt ?? now,
    scopeGiven: null,
  };
}

function refuseEnded({ expiresAt, refreshToken }: TokenAnswer, now: number): void {
  const renews = refreshToken !== null && (refreshToken.expiresAt === null || refreshToken.expiresAt > now);
  if (expiresAt <= now && !renews) fail({ code: 'take-over-ended' });
}

/** Tokens belong to one registration at one authority; with another's keys they cannot be renewed, and would be lost. */
function refuseOther(
  tokens: FoundTokens,
  { clientId }: ApplicationRecord,
  environment: Environment,
  shown: (text: string) => string,
): void {
  if (clientId === '') fail({ code: 'application-incomplete', missing: ['clientId'] });
  if (tokens.clientId !== null && tokens.clientId !== clientId) {
    fail({ code: 'take-over-other-client', tokenClientId: shown(tokens.clientId), applicationClientId: clientId });
  }
  const issuer = factsOf(tokens)?.issuer ?? null;
  if (issuer !== null && isOfOtherMode(issuer, environment))
    fail({ code: 'take-over-other-issuer', issuer: shown(issuer) });
}

/** A real token must not reach a stand-in, which writes down what it is sent; nor a practice token the real authority. */
function isOfOtherMode(issuer: string, { token }: Environment): boolean {
  if (!URL.canParse(issuer)) return false;
  const { origin, hostname } = new URL(issuer);
  const own = new URL(token);
  if (origin === own.origin) return false;
  const isLoopback = (name: string): boolean => name === 'localhost' || name.endsWith('.localhost');
  return authorizeOrigins(realProfiles).includes(origin) || (isLoopback(hostname) && isReal(own.origin));
}

function isReal(origin: string): boolean {
  return authorizeOrigins(realProfiles).includes(origin);
}

/** The chosen application, or the one that is to be entered, not stored yet. */
function applicationBefore(store: Store, chosen: ImportInput['application'], tokens: FoundTokens): ApplicationRecord {
  if ('id' in chosen) return store.application(chosen.id);
  return {
    id: '',
    profile: chosen.profile,
    environment: chosen.environment,
    name: chosen.name,
    redirectUris: tokens.callbackUrl === null ? [] : [tokens.callbackUrl],
    services: [],
    scopes: [],
    clientId: tokens.clientId ?? chosen.clientId.trim(),
    clientSecret: chosen.clientSecret ?? tokens.clientSecret ?? '',
    apigwClientId: '',
    apigwClientSecret: '',
  };
}

function newApplication(record: ApplicationRecord): ApplicationInput {
  return { ...record, id: null };
}

function candidateOf(
  deps: { readonly store: () => Store; readonly profiles: () => readonly Profile[]; readonly now: () => number },
  tokens: FoundTokens,
  input: {
    readonly index: number;
    readonly named: ReturnType<typeof placeNamedIn>;
    readonly shown: (text: string) => string;
  },
): TakeOverCandidate {
  const { index, named, shown } = input;
  const [store, profiles] = [deps.store(), deps.profiles()];
  const { accessToken, refreshToken, clientId } = tokens;
  const facts = factsOf(tokens);
  const applications = store.applications().filter((each) => clientId !== null && each.clientId === clientId);
  const found = applications.map((application) => accountOfTokens(store, application, tokens)).find(Boolean);
  const access = accessToken === null ? null : tokenFacts(accessToken);
  return {
    index,
    readBy: tokens.readBy,
    accessToken: access && {
      form: access.form,
      issuedAt: access.issuedAt,
      expiresAt: access.expiresAt,
      fingerprint: tokenFingerprint(accessToken ?? ''),
    },
    refreshToken: refreshToken === null ? null : { expiresAt: tokenFacts(refreshToken)?.expiresAt ?? null },
    serial: facts?.serial ?? null,
    roles: (facts?.roles ?? []).map(shown),
    clientId: clientId === null ? null : shown(clientId),
    hasClientSecret: tokens.clientSecret !== null,
    callbackUrl: tokens.callbackUrl === null ? null : shown(tokens.callbackUrl),
    ...(placeOfTokens(profiles, applications[0], facts?.form === 'jwt') ??
      named ?? { profile: null, environment: null }),
    applicationIds: applications.map(({ id }) => id),
    account: found ? { id: found.id, ...standingTo(store, found, tokens, deps.now()) } : null,
  };
}

/** How tokens stand to the account they belong to, and whether a second account of them would be one of its own. */
function standingTo(
  store: Store,
  account: AccountRecord,
  tokens: FoundTokens,
  now: number,
): Pick<NonNullable<TakeOverCandidate['account']>, 'relation' | 'canKeepBoth'> {
  const application = store.application(account.applicationId);
  const relation = relationTo(account, application, tokens, now);
  const holdsTokens = grantOf(account, application) !== null;
  return { relation, canKeepBoth: relation === 'newer' && holdsTokens && !sharesToken(account, application, tokens) };
}

/** Where tokens are from: the application they are known under, or the only authority that gives JWTs. */
function placeOfTokens(
  profiles: readonly Profile[],
  application: ApplicationRecord | undefined,
  isJwt: boolean,
): Pick<TakeOverCandidate, 'profile' | 'environment'> | null {
  if (application) return { profile: application.profile, environment: application.environment };
  const [profile, ...others] = isJwt ? profiles.filter(({ tokenForm }) => tokenForm === 'jwt') : [];
  if (profile === undefined || others.length > 0) return null;
  const [environment, ...more] = profile.environments;
  return { profile: profile.id, environment: more.length === 0 ? (environment?.name ?? null) : null };
}

/** A text file as it is: UTF-8, or UTF-16 as Windows' own programs write it, by its byte order mark. */
function textOf(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
