import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { RenewalRunView } from '../../../electron/contract/renewal-view.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';

/** How far renewing all that are due has come, and stopping it. */
export function RunProgress({ run, onPress }: { readonly run: RenewalRunView; readonly onPress: () => void }) {
  const { t } = useTranslation();
  const { bridge, formats } = useDesk();
  const [isStopping, setStopping] = useState(false);
  const { total, renewed, waitsUntil } = run;
  const failed = run.failed.length;
  const ended = renewed + failed;
  const words = t(failed === 0 ? 'renewals.progress' : 'renewals.progressWithFailures', { renewed, total, failed });
  const waits = useClock(
    (now) => waitsUntil !== null && t('renewals.waitsUntil', { time: formats.clock(waitsUntil, now) }),
  );

  function stop(): void {
    onPress();
    setStopping(true);
    void bridge.call('renewals.cancel', {});
  }

  return (
    <>
      <div className="renew-all-head">
        <p className="renew-all-words">{words}</p>
        <Button look="quiet" isPending={isStopping} onPress={stop}>
          {t(isStopping ? 'renewals.cancelling' : 'renewals.cancel')}
        </Button>
      </div>
      <div
        className="bar"
        role="progressbar"
        aria-label={t('renewals.heading')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={ended}
        aria-valuetext={words}
      >
        <div className="bar-mark" style={{ transform: `scaleX(${total === 0 ? 1 : ended / total})` }} />
      </div>
      {waits !== false && <p className="hint">{waits}</p>}
    </>
  );
}
