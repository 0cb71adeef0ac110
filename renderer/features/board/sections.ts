import type { Authority, SortedAccount } from '../../state/sorted-accounts.ts';

/** What the list knows of a row; the rest the row reads itself, so that the list stays as it is when an account changes. */
export type RowItem = {
  readonly id: string;
  /** What it is called, read out and found by typing its first letters. */
  readonly label: string;
};

/** The rows of an authority. */
export type Section = { readonly authority: Authority; readonly items: readonly RowItem[] };

/**
 * The shown accounts as the list draws them. Rows, sections and the whole keep their identity as long as they say the
 * same: the list draws only what is new.
 */
export function sectionsOf(
  before: readonly Section[],
  shown: readonly SortedAccount[],
  labelOf: (one: SortedAccount) => string,
): readonly Section[] {
  const oldItems = new Map(before.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
  const byAuthority = new Map<Authority, RowItem[]>();
  for (const one of shown) {
    const label = labelOf(one);
    const old = oldItems.get(one.id);
    const item = old !== undefined && old.label === label ? old : { id: one.id, label };
    const items = byAuthority.get(one.authority);
    if (items === undefined) byAuthority.set(one.authority, [item]);
    else items.push(item);
  }
  const after = [...byAuthority].map(([authority, items]) => {
    const old = before.find((section) => section.authority === authority);
    return old !== undefined && isSame(old.items, items) ? old : { authority, items };
  });
  return isSame(before, after) ? before : after;
}

/** What a row is called, and the authority it stands under. */
export type RowWords = {
  readonly authority: (authority: Authority) => string;
  readonly row: (one: SortedAccount, authority: string) => string;
};

/**
 * Makes sections from those it made before. What a row is called is worked out once, as long as the account is the same:
 * of a thousand rows ten are seen.
 */
export function createSections(words: RowWords): (shown: readonly SortedAccount[]) => readonly Section[] {
  const labels = new WeakMap<SortedAccount, string>();
  let made: readonly Section[] = [];

  return (shown) => {
    const authorities = new Map(shown.map(({ authority }) => [authority, '']));
    for (const authority of authorities.keys()) authorities.set(authority, words.authority(authority));

    made = sectionsOf(made, shown, (one) => {
      const known = labels.get(one) ?? words.row(one, authorities.get(one.authority) ?? '');
      labels.set(one, known);
      return known;
    });
    return made;
  };
}

function isSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
