import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';

const ExportDialog = lazy(() =>
  import('../transfer/export-dialog.tsx').then((module) => ({ default: module.ExportDialog })),
);
const CompaniesDialog = lazy(() =>
  import('../companies/companies-dialog.tsx').then((module) => ({ default: module.CompaniesDialog })),
);

type Asked = 'move' | 'companies' | null;

/** What can be done with several accounts at once, while some are being selected. */
export function BulkBar(props: {
  readonly selected: ReadonlySet<string>;
  /** Those the filter shows. */
  readonly shownIds: readonly string[];
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onDone: () => void;
}) {
  const { selected, shownIds, onSelect, onDone } = props;
  const { t } = useTranslation();
  const { bridge, formats } = useDesk();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const isRunning = useSnapshot(({ renewalRun }) => renewalRun?.state === 'running');
  // Labels are an account's own.
  const only = useSnapshot(({ accounts }) => (selected.size === 1 ? accounts[[...selected][0] ?? ''] : undefined));
  const shown = new Set(shownIds);
  const hidden = [...selected].filter((id) => !shown.has(id)).length;
  const isAll = shownIds.length > 0 && shownIds.every((id) => selected.has(id));
  const isNone = selected.size === 0;
  const number = formats.number(selected.size);

  async function renew(): Promise<void> {
    const answer = await bridge.call('renewals.start', { accountIds: [...selected] });
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    const { accounts } = answer.value;
    if (accounts === 0) announce(t('board.select.startedNone'));
    else if (accounts < selected.size) {
      announce(t('board.select.startedSome', { started: formats.number(accounts), selected: number }));
    } else announce(t('board.select.started', { count: accounts, number: formats.number(accounts) }));
  }

  return (
    <div className="bulk-bar" role="group" aria-label={t('board.select.acts')}>
      <div className="bulk-line">
        <p role="status" className="bulk-count">
          {hidden === 0
            ? t('board.select.count', { count: selected.size, number })
            : t('board.select.countHidden', { number, hidden: formats.number(hidden) })}
        </p>
        <Button look="quiet" onPress={onDone}>
          {t('board.select.done')}
        </Button>
      </div>
      <div className="bulk-acts">
        <Button isDisabled={isNone || isRunning} onPress={() => void renew()}>
          {t('board.select.renew')}
        </Button>
        <Button isDisabled={isNone} onPress={() => setAsked('move')}>
          {t('board.select.move')}
        </Button>
        {only !== undefined && <Button onPress={() => setAsked('companies')}>{t('companies.edit')}</Button>}
        {isAll ? (
          <Button look="quiet" onPress={() => onSelect(new Set())}>
            {t('board.select.nothing')}
          </Button>
        ) : (
          <Button
            look="quiet"
            isDisabled={shownIds.length === 0}
            onPress={() => onSelect(new Set([...selected, ...shownIds]))}
          >
            {t('board.select.all', { count: shownIds.length, number: formats.number(shownIds.length) })}
          </Button>
        )}
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      <Suspense fallback={null}>
        {asked === 'move' && <ExportDialog preselected={selected} onClose={() => setAsked(null)} />}
        {asked === 'companies' && only !== undefined && (
          <CompaniesDialog account={only} onClose={() => setAsked(null)} />
        )}
      </Suspense>
    </div>
  );
}
