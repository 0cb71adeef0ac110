import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AttemptView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';

const browsers = ['chrome', 'edge', 'firefox', 'safari'] as const;

/**
 * While a sign-in waits for the system browser: the words of its warning where one comes, and the way to the sign-in page
 * once more, there or in another browser.
 */
export function BrowserHelp({ attempt }: { readonly attempt: AttemptView }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id: attemptId } = attempt;

  async function openAgain(): Promise<void> {
    const answer = await bridge.call('attempts.openAgain', { attemptId });
    setFailure(answer.ok ? null : answer.failure);
  }

  async function copyLink(): Promise<void> {
    const answer = await bridge.call('attempts.copyLink', { attemptId });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) announce(t('signIn.browser.linkCopied'));
  }

  return (
    <div className="stack">
      {attempt.arrival === 'loopback' && (
        <details className="quiet-details" open>
          <summary>{t('signIn.browser.warning.summary')}</summary>
          <div className="stack">
            <p>{t('signIn.browser.warning.why')}</p>
            <ul>
              {browsers.map((browser) => (
                <li key={browser}>{t(`signIn.browser.warning.past.${browser}`)}</li>
              ))}
            </ul>
          </div>
        </details>
      )}
      <div className="line">
        <Button onPress={() => void openAgain()}>{t('signIn.browser.openAgain')}</Button>
        <Button onPress={() => void copyLink()}>{t('signIn.browser.copyLink')}</Button>
      </div>
      <p className="hint">{t('signIn.browser.linkHint')}</p>
      {failure !== null && <FailureNote failure={failure} />}
    </div>
  );
}
