import { memo, useRef, type FocusEvent, type Ref } from 'react';
import { Collection, GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useDesk } from '../../state/context.ts';
import type { RowItem, Section } from '../board/sections.ts';
import { AccountRow } from './account-row.tsx';

/**
 * Before a row is measured, px; rows are as high as what their state has to say. That of an account in order: where it is
 * right the rows are drawn once, not twice.
 */
const layoutOptions = { estimatedRowHeight: 112, estimatedHeadingHeight: 25 };

/**
 * The accounts under their authorities. Only the rows that are seen are drawn. A press opens an account; with Ctrl or
 * Shift held, or once some are being selected, it selects.
 */
export const AccountList = memo(function AccountList(props: {
  readonly ref: Ref<HTMLDivElement>;
  readonly sections: readonly Section[];
  /** The account at the right, if one is shown. */
  readonly chosen: string | null;
  readonly onOpen: (id: string) => void;
  /** The selected accounts; null while none are being selected. */
  readonly selected: ReadonlySet<string> | null;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}) {
  const { ref, sections, chosen, onOpen, selected, onSelect } = props;
  const { t } = useTranslation();
  const hasModifier = useRef(false);
  const isSelecting = selected !== null;
  const note = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean }): void => {
    hasModifier.current = event.ctrlKey || event.metaKey || event.shiftKey;
  };

  function change(keys: 'all' | ReadonlySet<string | number>): void {
    // The set itself goes on: it remembers where a range begins. All its keys are ids.
    const ids = keys === 'all' ? new Set(sections.flatMap(({ items }) => items.map(({ id }) => id))) : keys;
    // Pressed with Ctrl, the open account would be taken away from what was only opened.
    if (!isSelecting && hasModifier.current && ids.size === 0 && chosen !== null) onSelect(new Set([chosen]));
    else if (isSelecting || hasModifier.current) onSelect(ids as ReadonlySet<string>);
    else for (const id of ids) onOpen(String(id));
  }

  return (
    <div className="account-list" onPointerDownCapture={note} onKeyDownCapture={note} onFocus={keepInView}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions} shouldObserveItemSize>
        <GridList
          ref={ref}
          className="account-grid"
          aria-label={t('accounts.navigation')}
          items={sections}
          selectionMode={isSelecting ? 'multiple' : 'single'}
          selectedKeys={selected ?? (chosen === null ? [] : [chosen])}
          onSelectionChange={change}
          escapeKeyBehavior="none"
        >
          {(section) => (
            <GridListSection id={section.authority} aria-label={t(`authorities.${section.authority}.name`)}>
              <GridListHeader className="group-name">
                <GroupName section={section} />
              </GridListHeader>
              <Collection items={section.items}>{row}</Collection>
            </GridListSection>
          )}
        </GridList>
      </Virtualizer>
    </div>
  );
});

/** Where a row lies is known only once it and those before it are measured, which takes a frame or two. */
function keepInView({ target }: FocusEvent<HTMLElement>): void {
  const look = (): void => {
    if (target === document.activeElement) target.scrollIntoView({ block: 'nearest' });
  };
  requestAnimationFrame(() => requestAnimationFrame(look));
}

/** One for all, so that a row is made anew only for another item. */
function row({ id, label }: RowItem) {
  return (
    <GridListItem id={id} textValue={label} className="account-row">
      <AccountRow accountId={id} />
    </GridListItem>
  );
}

function GroupName({ section }: { readonly section: Section }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  return (
    <>
      <span>{t(`authorities.${section.authority}.name`)}</span>
      <span className="group-count">{formats.number(section.items.length)}</span>
    </>
  );
}
