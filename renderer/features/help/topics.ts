import type { Language } from '../../../electron/contract/language.ts';
import { authorityOrder } from '../first-run/authority-order.ts';

/** The topics of Help, in their order: registering first, the words last. */
export const helpTopics = [
  'register-anaf',
  'register-skatteverket',
  'usb-token',
  'p12',
  'renew',
  'renew-certificate',
  'hand-over',
  'move',
  'revoke',
  'limits',
  'keyboard',
  'storage',
  'practice',
  'glossary',
] as const;

export type HelpTopic = (typeof helpTopics)[number];

/** How one registers at each authority. */
export const registerTopics = { anaf: 'register-anaf', skatteverket: 'register-skatteverket' } as const;

/** The topics in the order of a language: its own authority's registration comes first. */
export function topicsFor(language: Language): readonly HelpTopic[] {
  const first = (authorityOrder[language][0] ?? ['anaf']).map((authority): HelpTopic => registerTopics[authority]);
  return [...first, ...helpTopics.filter((topic) => !first.includes(topic))];
}
