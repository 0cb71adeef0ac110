import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
} from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useDesk } from '../../state/context.ts';
import type { SortedAccount } from '../../state/sorted-accounts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AccountList } from '../accounts/account-list.tsx';
import { FilterMenu, useFilterWords } from './filter-menu.tsx';
import { SearchField } from './search-field.tsx';
import { createSections, type Section } from './sections.ts';
import { countsOf, createFinder, noFilter, type Filter } from './shown.ts';
import type { SortedSource } from './sorted-source.ts';
import './board.css';

const BulkBar = lazy(() => import('./bulk-bar.tsx').then((module) => ({ default: module.BulkBar })));

const none: readonly string[] = [];

/** The accounts: searched, filtered, counted, listed, and selected where something is to be done with several. */
export function Board(props: {
  readonly source: SortedSource;
  readonly chosen: string | null;
  readonly onOpen: (id: string) => void;
}) {
  const { source, chosen, onOpen } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const accounts = useSyncExternalStore(source.subscribe, source.get);
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [selection, setSelection] = useState<ReadonlySet<string> | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const find = useMemo(
    () =>
      createFinder({
        authority: (authority) => t(`authorities.${authority}.name`),
        state: (state) => t(`accounts.state.${state}`),
      }),
    [t],
  );
  const shown = useMemo(() => find(accounts, filter), [find, accounts, filter]);
  const counts = useMemo(() => countsOf(accounts.list), [accounts]);
  const sections = useSections(shown);
  const filterWords = useFilterWords(filter);
  const shownIds = selection === null ? none : shown.map(({ id }) => id);
  // An account that is gone is selected no more.
  const selected = useMemo(
    () =>
      selection === null || [...selection].every((id) => accounts.byId.has(id))
        ? selection
        : new Set([...selection].filter((id) => accounts.byId.has(id))),
    [selection, accounts.byId],
  );
  const change = (part: Partial<Filter>): void => setFilter((before) => ({ ...before, ...part }));
  const total = accounts.list.length;
  const isFiltered = shown.length < total || filter.query.trim() !== '';
  const endSelection = useCallback(() => {
    setSelection(null);
    grid.current?.focus();
  }, []);
  useSearchKeys(search);

  function onSearchKey(event: KeyboardEvent): void {
    const [first] = shown;
    if (event.key === 'ArrowDown' && first !== undefined) {
      event.preventDefault();
      grid.current?.focus();
    } else if (event.key === 'Enter' && first !== undefined) onOpen(first.id);
  }

  if (total === 0) return <p className="board-none hint">{t('board.none')}</p>;
  return (
    <>
      <div className="board-head">
        <div className="board-find">
          <SearchField
            ref={search}
            value={filter.query}
            onChange={(query) => change({ query })}
            onKeyDown={onSearchKey}
          />
          <FilterMenu filter={filter} counts={counts} onChange={change} />
        </div>
        <div className="board-line">
          <p role="status" className="board-count">
            {isFiltered
              ? t('board.count.shown', { shown: formats.number(shown.length), all: formats.number(total) })
              : t('board.count.accounts', { count: total, number: formats.number(total) })}
          </p>
          {accounts.needSomebody > 0 && filter.group !== 'needSomebody' && (
            <button type="button" className="board-need" onClick={() => change({ group: 'needSomebody' })}>
              <Icon name="warning" />
              {t('board.count.needSomebody', {
                count: accounts.needSomebody,
                number: formats.number(accounts.needSomebody),
              })}
            </button>
          )}
          {(filter.group !== 'all' || filter.authority !== null) && (
            <button
              type="button"
              className="board-filter"
              aria-label={t('board.filter.clear', { filter: filterWords })}
              onClick={() => change({ group: 'all', authority: null })}
            >
              {filterWords}
              <Icon name="close" />
            </button>
          )}
          {selected === null && (
            <Button look="quiet" onPress={() => setSelection(new Set())}>
              {t('board.select.start')}
            </Button>
          )}
        </div>
      </div>
      {shown.length === 0 ? (
        <div className="board-empty">
          <p>
            <strong>{t('board.notFound.what')}</strong>
          </p>
          <p className="hint">{t('board.notFound.now')}</p>
          <Button
            onPress={() => {
              setFilter(noFilter);
              search.current?.focus();
            }}
          >
            {t('board.notFound.showAll')}
          </Button>
        </div>
      ) : (
        <AccountList
          ref={grid}
          sections={sections}
          chosen={chosen}
          onOpen={onOpen}
          selected={selected}
          onSelect={setSelection}
        />
      )}
      <Suspense fallback={null}>
        {selected !== null && (
          <BulkBar selected={selected} shownIds={shownIds} onSelect={setSelection} onDone={endSelection} />
        )}
      </Suspense>
    </>
  );
}

/** The shown accounts as rows under their authorities, the same as long as they say the same. */
function useSections(shown: readonly SortedAccount[]): readonly Section[] {
  const { t } = useTranslation();
  const sections = useMemo(
    () =>
      createSections({
        authority: (authority) => t(`authorities.${authority}.name`),
        row(one, authority) {
          const others = one.facts.account.companies.length - 1;
          const name = others > 0 ? t('accounts.companies', { first: one.name, others }) : one.name;
          return t('board.row', { name: name || t('accounts.applicationGone'), authority });
        },
      }),
    [t],
  );
  return useMemo(() => sections(shown), [sections, shown]);
}

/** "/" and Ctrl+F (on a Mac Cmd+F) go to the search field, from anywhere but another field or a dialog. */
function useSearchKeys(search: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent): void {
      const { target } = event;
      const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey;
      const isTyping =
        target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
      const field = search.current;
      if (field === null || (!isFind && !isSlash) || document.querySelector('[aria-modal], .modal-overlay') !== null) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      field.focus();
      field.select();
    }
    // Before the list takes a typed letter for the beginning of a name.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [search]);
}
