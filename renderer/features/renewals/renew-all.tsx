import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { countDue } from '../../state/lifetime.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunResult } from './run-result.tsx';
import { useResultWords } from './use-result-words.ts';
import './renewals.css';

const FailureNote = lazy(() => import('../../ui/failure-note.tsx').then((module) => ({ default: module.FailureNote })));

/**
 * Renewing all that are due: the button with their number, how it goes, how it ended. Nothing at all where nothing is
 * due. Only its start and its end are read out.
 */
export function RenewAll({ onAccount }: { readonly onAccount: (accountId: string) => void }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const run = useSnapshot(({ renewalRun }) => renewalRun);
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const due = useClock((now) => countDue(accounts, now));
  const [failure, setFailure] = useState<Failure | null>(null);
  const phase = run?.state ?? 'none';
  const words = useResultWords(run);
  const isVisible = run !== null || due > 0 || failure !== null;
  const { place, keepFocus } = useKeptFocus(phase);

  const before = useRef(phase);
  useEffect(() => {
    if (before.current === 'running' && words !== null) announce(words);
    before.current = phase;
  }, [phase, words, announce]);

  async function start(): Promise<void> {
    keepFocus();
    const answer = await bridge.call('renewals.start', {});
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value.accounts > 0) announce(t('renewals.said.started', { count: answer.value.accounts }));
  }

  if (!isVisible) return null;
  return (
    <section className="renew-all" aria-label={t('renewals.heading')} tabIndex={-1} ref={place}>
      {run === null && due > 0 && <Button onPress={() => void start()}>{t('renewals.start', { count: due })}</Button>}
      {run?.state === 'running' && <RunProgress run={run} onPress={keepFocus} />}
      {run !== null && run.state !== 'running' && (
        <RunResult run={run} words={words ?? ''} onAccount={onAccount} onPress={keepFocus} />
      )}
      {failure !== null && (
        <Suspense fallback={null}>
          <FailureNote failure={failure} />
        </Suspense>
      )}
    </section>
  );
}

/** Keeps the keyboard's place when the button that was pressed goes away with what it stood in. */
function useKeptFocus(phase: string) {
  const place = useRef<HTMLElement>(null);
  const wasPressed = useRef(false);
  useEffect(() => {
    if (wasPressed.current && document.activeElement === document.body) place.current?.focus();
    wasPressed.current = false;
  }, [phase]);
  return { place, keepFocus: () => void (wasPressed.current = true) };
}
