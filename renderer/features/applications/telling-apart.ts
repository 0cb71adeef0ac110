import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationView, ProfileId, Snapshot } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { companiesOf } from '../../state/sorted-accounts.ts';

type Applications = Readonly<Record<string, ApplicationView>>;

/** What tells an application from others of its name: its client ID, its callback addresses, or a mere number. */
export type Mark =
  | { readonly by: 'clientId'; readonly text: string }
  | { readonly by: 'redirectUri'; readonly text: string }
  | { readonly by: 'number'; readonly number: number };

/** Characters of a client ID that are enough to know it by. */
const TAIL = 6;

/** The end of a client ID; all of one that is hardly longer. */
export function clientIdTail(clientId: string): string {
  return clientId.length <= TAIL + 2 ? clientId : `…${clientId.slice(-TAIL)}`;
}

/** The mark of an application; null where its name is its own for that sign-in and environment. */
export function markOf(application: ApplicationView, all: Applications): Mark | null {
  const alike = Object.values(all).filter(
    ({ name, profile, environment }) =>
      name.trim() === application.name.trim() &&
      profile === application.profile &&
      environment === application.environment,
  );
  if (alike.length < 2) return null;
  const isAlone = (of: (one: ApplicationView) => string): boolean =>
    of(application) !== '' && alike.filter((one) => of(one) === of(application)).length === 1;
  const tail = (one: ApplicationView): string => clientIdTail(one.clientId);
  const address = (one: ApplicationView): string => one.redirectUris.join(' ');
  if (isAlone(tail)) return { by: 'clientId', text: tail(application) };
  if (isAlone(address)) return { by: 'redirectUri', text: address(application) };
  const ids = alike.map(({ id }) => id).sort();
  return { by: 'number', number: ids.indexOf(application.id) + 1 };
}

/**
 * The way an application signs in, where another one of the same name at the same authority does so another way; null
 * where its name alone tells them apart.
 */
export function flowThatDiffers(
  { applications, profiles }: Pick<Snapshot, 'applications' | 'profiles'>,
  application: ApplicationView | undefined,
): ProfileId | null {
  if (application === undefined) return null;
  const authorityOf = (id: ProfileId): string | undefined => profiles.find((profile) => profile.id === id)?.authority;
  const differs = Object.values(applications).some(
    ({ name, profile }) =>
      profile !== application.profile &&
      name.trim() === application.name.trim() &&
      authorityOf(profile) === authorityOf(application.profile),
  );
  return differs ? application.profile : null;
}

/**
 * Accounts of the same application, holder and first company look alike: these have a number, from 1, by their ids. Others
 * have none.
 */
export function numbersOfAlike(accounts: Snapshot['accounts']): ReadonlyMap<string, number> {
  const groups = new Map<string, string[]>();
  for (const { id, applicationId, holder, companies } of Object.values(accounts)) {
    const look = [applicationId, holder, companies[0]?.number, companies[0]?.name].join('\n');
    const group = groups.get(look);
    if (group === undefined) groups.set(look, [id]);
    else group.push(id);
  }
  return new Map(
    [...groups.values()]
      .filter((ids) => ids.length > 1)
      .flatMap((ids) => ids.sort().map((id, index) => [id, index + 1] as const)),
  );
}

/** The application that already stands for the registration that is being typed; undefined where none does. */
export function sameRegistration(
  draft: Pick<ApplicationView, 'profile' | 'environment' | 'clientId'> & { readonly id: string | null },
  all: Applications,
): ApplicationView | undefined {
  const clientId = draft.clientId.trim();
  if (clientId === '') return undefined;
  return Object.values(all).find(
    (one) =>
      one.id !== draft.id &&
      one.profile === draft.profile &&
      one.environment === draft.environment &&
      one.clientId.trim() === clientId,
  );
}

/** Names applications so that no two are called the same; one that is gone, too. */
export function useApplicationName(): (application: ApplicationView | undefined) => string {
  const { t } = useTranslation();
  const all = useSnapshot(({ applications }) => applications);
  return (application) => {
    if (application === undefined) return t('accounts.applicationGone');
    const name = application.name === '' ? t('applications.unnamed') : application.name;
    const mark = markOf(application, all);
    if (mark === null) return name;
    switch (mark.by) {
      case 'clientId':
        return t('applications.named.clientId', { name, text: mark.text });
      case 'redirectUri':
        return t('applications.named.redirectUri', { name, text: mark.text });
      case 'number':
        return t('applications.named.number', { name, number: mark.number });
    }
  };
}

/** How many accounts there are under an application, and who signed in with it, each once and the first few only. */
type Users = { readonly count: number; readonly names: string };

/**
 * Names who signed in with an application: its holder, else its companies, else, where a person's name is not known, the
 * application itself, as the account is called in the list.
 */
export function useUsers(): (application: ApplicationView) => Users {
  const { t } = useTranslation();
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const nameOf = useApplicationName();
  const firstFew = useFirstFew();
  return (application) => {
    const names = Object.values(accounts)
      .filter(({ applicationId }) => applicationId === application.id)
      .map((account) => {
        const companies = companiesOf(account);
        if (account.holder !== '') return account.holder;
        if (companies === null) return nameOf(application);
        return companies.others === 0 ? companies.first : t('accounts.companies', companies);
      });
    const each = countedNames(names).map(({ name, count }) =>
      count === 1 ? name : t('applications.user', { name, count }),
    );
    return { count: names.length, names: firstFew(each) };
  };
}

/** Each name once, in the order in which it first comes, with how often it does. */
export function countedNames(names: readonly string[]): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** So many names are read at one glance; of more, the rest is counted. */
const FEW = 6;

/** Names as a sentence takes them: the first few, and how many more there are. */
export function useFirstFew(): (names: readonly string[]) => string {
  const { t } = useTranslation();
  const { formats } = useDesk();
  return (names) => {
    // "and 1 more" takes as much room as the one.
    if (names.length <= FEW + 1) return formats.list(names);
    const number = formats.number(names.length - FEW);
    return formats.list([...names.slice(0, FEW), t('applications.moreNames', { number })]);
  };
}
