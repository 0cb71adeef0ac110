import type { Language } from '../../../electron/contract/language.ts';
import type { ProfileView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { authorityOrder } from '../first-run/authority-order.ts';

/**
 * For which sign-in an application is probably entered: the one that all the applications here share, else the first at
 * the authority that users of `language` meet first; null where there is no profile.
 */
export function proposedProfile(
  { applications, profiles }: Pick<Snapshot, 'applications' | 'profiles'>,
  language: Language,
): ProfileView['id'] | null {
  const [only, ...others] = new Set(Object.values(applications).map(({ profile }) => profile));
  if (only !== undefined && others.length === 0) return only;
  const first = authorityOrder[language][0]?.[0];
  return (profiles.find(({ authority }) => authority === first) ?? profiles[0])?.id ?? null;
}
