import { useTranslation } from '../../i18n/use-translation.ts';
import { useDesk } from '../../state/context.ts';
import { MenuButton, type MenuPart } from '../../ui/menu.tsx';
import { stateGroups, type countsOf, type Filter } from './shown.ts';

/** Which accounts are shown: a group of states, and an authority where there are accounts of several. */
export function FilterMenu(props: {
  readonly filter: Filter;
  readonly counts: ReturnType<typeof countsOf>;
  readonly onChange: (change: Partial<Filter>) => void;
}) {
  const { filter, counts, onChange } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const counted = (name: string, count: number): string =>
    t('board.filter.counted', { name, number: formats.number(count) });
  const words = useFilterWords(filter);
  const authorities = [...counts.authorities];
  const states: MenuPart = {
    id: 'state',
    heading: t('board.filter.state'),
    chosen: filter.group,
    items: stateGroups
      .filter((group) => group === 'all' || group === filter.group || counts.groups[group] > 0)
      .map((group) => ({ id: group, words: counted(t(`board.filter.states.${group}`), counts.groups[group]) })),
    onPress: (id) => onChange({ group: stateGroups.find((group) => group === id) ?? 'all' }),
  };
  const byAuthority: MenuPart = {
    id: 'authority',
    heading: t('board.filter.authority'),
    chosen: filter.authority ?? '',
    items: [
      { id: '', words: t('board.filter.anyAuthority') },
      ...authorities.map(([id, count]) => ({ id, words: counted(t(`authorities.${id}.name`), count) })),
    ],
    onPress: (id) => onChange({ authority: authorities.find(([authority]) => authority === id)?.[0] ?? null }),
  };
  return (
    <MenuButton
      label={t('board.filter.chosen', { filter: words })}
      parts={authorities.length > 1 || filter.authority !== null ? [states, byAuthority] : [states]}
    >
      {t('board.filter.open')}
    </MenuButton>
  );
}

/** What the filter shows, the search apart. */
export function useFilterWords({ group, authority }: Filter): string {
  const { t } = useTranslation();
  const state = t(`board.filter.states.${group}`);
  if (authority === null) return state;
  const name = t(`authorities.${authority}.name`);
  return group === 'all' ? name : t('board.filter.both', { state, authority: name });
}
