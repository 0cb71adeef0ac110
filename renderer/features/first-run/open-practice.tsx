import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { CopyAddress } from '../applications/redirect-uri-copy.tsx';
import './first-run.css';

/** How the installed program is started in practice mode, by system. */
const starts = {
  windows: 'Taxpass.exe --practice',
  mac: 'open -n -a Taxpass --args --practice',
  linux: 'taxpass --practice',
} as const;

/** Opens practice beside the real program; where the button cannot, the line it can be started by. */
export function OpenPractice() {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [isOpening, setOpening] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { userAgent } = navigator;
  const system = userAgent.includes('Windows') ? 'windows' : userAgent.includes('Macintosh') ? 'mac' : 'linux';

  async function open(): Promise<void> {
    setOpening(true);
    setFailure(null);
    const answer = await bridge.call('practice.openApp', {});
    setOpening(false);
    if (answer.ok) announce(t('firstRun.practise.opened'));
    else setFailure(answer.failure);
  }

  return (
    <div className="stack">
      <div>
        <Button isPending={isOpening} onPress={() => void open()}>
          {t('firstRun.practise.open')}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      <details className="quiet-details">
        <summary>{t('firstRun.practise.line')}</summary>
        <div className="stack-close">
          <div className="callback">
            <span className="code selectable">{starts[system]}</span>
            <CopyAddress address={starts[system]} />
          </div>
          <p className="hint">{t(`firstRun.practise.${system}`)}</p>
        </div>
      </details>
    </div>
  );
}
