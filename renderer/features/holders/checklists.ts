import type {
  AccountView,
  ApplicationView,
  CertificateView,
  ProfileView,
  Snapshot,
} from '../../../electron/contract/snapshot.ts';
import { factsOf, type AccountFacts } from '../../state/lifetime.ts';
import { companiesOf, type Company, type HeldCopy, type HolderFacts } from './holder-facts.ts';

type Authority = ProfileView['authority'];
export type Day = 'leaving' | 'renewal';

/** The steps of each day at each authority, in their order; the last part of a key says how the step is judged. */
const order = {
  leaving: {
    anaf: [
      'leaving-anaf-enrol',
      'leaving-anaf-registration',
      'leaving-anaf-signIn',
      'leaving-anaf-companies',
      'leaving-anaf-recipients',
      'leaving-anaf-end',
      'leaving-anaf-removeAccounts',
      'leaving-anaf-removeCertificate',
    ],
    skatteverket: [
      'leaving-skatteverket-stays',
      'leaving-skatteverket-newCertificate',
      'leaving-skatteverket-keys',
      'leaving-skatteverket-recipients',
    ],
  },
  renewal: {
    anaf: [
      'renewal-anaf-enrol',
      'renewal-anaf-import',
      'renewal-anaf-signIn',
      'renewal-anaf-recipients',
      'renewal-anaf-oldTokens',
      'renewal-anaf-removeCertificate',
    ],
    skatteverket: [
      'renewal-skatteverket-order',
      'renewal-skatteverket-boundKeys',
      'renewal-skatteverket-import',
      'renewal-skatteverket-signIn',
      'renewal-skatteverket-recipients',
      'renewal-skatteverket-removeCertificate',
    ],
  },
} as const;

export type StepKey = (typeof order)[Day][Authority][number];

/** Something a step names. */
export type Named =
  | { readonly kind: 'application'; readonly application: ApplicationView }
  | { readonly kind: 'account'; readonly facts: AccountFacts }
  | { readonly kind: 'company'; readonly company: Company }
  | { readonly kind: 'copy'; readonly copy: HeldCopy }
  | { readonly kind: 'certificate'; readonly certificate: CertificateView };

/** How a step stands, as far as it can be known from what is on this computer. */
type Standing = {
  /** `unseen`: it happens elsewhere, and nothing here shows it. `nothing`: there was never anything to do here. */
  readonly state: 'done' | 'open' | 'unseen' | 'nothing';
  /** Where it is done in parts. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** What is left to do. */
  readonly left: readonly Named[];
  /** What was found that does it; the person judges whether it is the right one. */
  readonly found: readonly Named[];
};

export type Step = Standing & {
  readonly key: StepKey;
  /** What is judged, the same for both days and all authorities. */
  readonly name: string;
};
/** The steps of one day at one authority. */
export type Checklist = { readonly authority: Authority; readonly steps: readonly Step[] };

/** The checklists for a day, one for each authority where accounts hang on the certificate. */
export function checklistsOf(snapshot: Snapshot, holder: HolderFacts, day: Day): readonly Checklist[] {
  const authorities = new Set(holder.accounts.flatMap(({ profile }) => profile?.authority ?? []));
  return [...authorities].map((authority) => {
    const own = holder.accounts.filter(({ profile }) => profile?.authority === authority);
    const world = worldOf(snapshot, holder, own, authority);
    const standings = day === 'leaving' ? leavingStandings(world) : renewalStandings(world);
    const steps = order[day][authority].map((key) => {
      const name = key.slice(key.lastIndexOf('-') + 1);
      return { key, name, ...(standings[name] ?? unseen) };
    });
    return { authority, steps };
  });
}

/** What the steps of one authority are judged by. */
type World = {
  readonly holder: HolderFacts;
  readonly own: readonly AccountFacts[];
  /** Accounts of the authority that sign in with another certificate and are good for something: see {@link isInUse}. */
  readonly others: readonly AccountFacts[];
  /** Certificates with the same holder's name that end later. */
  readonly newer: readonly CertificateView[];
};

function worldOf(snapshot: Snapshot, holder: HolderFacts, own: readonly AccountFacts[], authority: Authority): World {
  const ids = new Set(holder.accounts.map(({ account }) => account.id));
  const others = Object.values(snapshot.accounts)
    .filter((account) => !ids.has(account.id) && isInUse(account))
    .map((account) => factsOf(snapshot, account))
    .filter(({ profile }) => profile?.authority === authority && profile.needsCertificate);
  return { holder, own, others, newer: newerOf(snapshot, holder.certificate) };
}

/** It has a token, is renewed on this computer, and the authority still takes its grant: anything else takes over nothing. */
function isInUse({ accessToken, needsSignIn, standing }: AccountView): boolean {
  return accessToken !== null && !needsSignIn && standing === 'here';
}

/** Certificates with the same holder's name that end later than this one. */
export function newerOf(
  snapshot: Pick<Snapshot, 'certificates'>,
  certificate: CertificateView | undefined,
): readonly CertificateView[] {
  if (certificate === undefined) return [];
  const name = certificate.holder.trim().toLowerCase();
  return Object.values(snapshot.certificates).filter(
    (one) =>
      one.id !== certificate.id && one.holder.trim().toLowerCase() === name && one.notAfter > certificate.notAfter,
  );
}

const unseen: Standing = { state: 'unseen', progress: null, left: [], found: [] };

/** By what is judged; what is missing cannot be seen here. */
type Standings = Readonly<Record<string, Standing>>;

function leavingStandings(world: World): Standings {
  const { holder, own, others } = world;
  const covered = new Set(companiesOf(others).map(({ number }) => number));
  const companies = companiesOf(own);
  // An account of other companies alone may be anybody's.
  const isSucceeded = companies.some(({ number }) => covered.has(number));
  const ownIds = applicationIds(own);
  const sharing = others.filter(({ account }) => ownIds.has(account.applicationId));
  return {
    registration: { ...unseen, left: applicationsOf(own) },
    signIn: {
      ...unseen,
      state: isSucceeded ? 'done' : others.length > 0 ? 'unseen' : 'open',
      found: others.map(accountNamed),
    },
    companies:
      companies.length === 0
        ? unseen
        : inParts(
            companies,
            ({ number }) => covered.has(number),
            (company) => ({ kind: 'company', company }),
          ),
    recipients: handedAgain(own, others),
    // Deleting the application ends these too (R2).
    end: { ...unseen, left: sharing.map(accountNamed) },
    removeAccounts: { ...unseen, state: 'open', left: own.map(accountNamed) },
    removeCertificate: { ...unseen, state: holder.certificate === undefined ? 'nothing' : 'open' },
  };
}

function renewalStandings(world: World): Standings {
  const { holder, own, others, newer } = world;
  const renewed = others.filter(({ certificate }) => newer.some(({ id }) => id === certificate?.id));
  const again = applicationIds(renewed);
  // Without the certificate nobody knows whose another one is.
  const isKnown = holder.certificate !== undefined;
  const found = newer.map((certificate): Named => ({ kind: 'certificate', certificate }));
  return {
    import: isKnown ? { ...unseen, state: newer.length > 0 ? 'done' : 'open', found } : unseen,
    signIn: isKnown
      ? inParts(
          distinct([...own, ...renewed]),
          ({ id }) => again.has(id),
          (application) => ({ kind: 'application', application }),
        )
      : { ...unseen, left: applicationsOf(own) },
    recipients: handedAgain(own, renewed),
    removeCertificate: isKnown
      ? { ...unseen, state: 'open', left: own.map(accountNamed) }
      : { ...unseen, state: 'nothing' },
  };
}

/** Programs with a copy from these accounts, done where one of `others` has given its newest token to that name. */
function handedAgain(own: readonly AccountFacts[], others: readonly AccountFacts[]): Standing {
  const current = new Set(
    others.flatMap(({ account }) => account.recipients.filter(({ isCurrent }) => isCurrent).map(nameOf)),
  );
  const copies = own.flatMap(({ account }) => account.recipients.map((recipient) => ({ account, recipient })));
  return inParts(
    copies,
    ({ recipient }) => current.has(nameOf(recipient)),
    (copy) => ({ kind: 'copy', copy }),
  );
}

function nameOf({ name }: { readonly name: string }): string {
  return name.trim().toLowerCase();
}

function inParts<T>(all: readonly T[], isDone: (one: T) => boolean, named: (one: T) => Named): Standing {
  if (all.length === 0) return { ...unseen, state: 'nothing' };
  const left = all.filter((one) => !isDone(one));
  return {
    state: left.length === 0 ? 'done' : 'open',
    progress: { done: all.length - left.length, of: all.length },
    left: left.map(named),
    found: [],
  };
}

function applicationIds(accounts: readonly AccountFacts[]): ReadonlySet<string> {
  return new Set(accounts.map(({ account }) => account.applicationId));
}

function distinct(accounts: readonly AccountFacts[]): readonly ApplicationView[] {
  const byId = new Map(
    accounts.flatMap(({ application }) => (application === undefined ? [] : [[application.id, application] as const])),
  );
  return [...byId.values()];
}

function applicationsOf(accounts: readonly AccountFacts[]): readonly Named[] {
  return distinct(accounts).map((application) => ({ kind: 'application', application }));
}

function accountNamed(facts: AccountFacts): Named {
  return { kind: 'account', facts };
}
