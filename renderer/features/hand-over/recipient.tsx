import { useTranslation } from '../../i18n/use-translation.ts';
import type { RecipientView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Instant } from '../../ui/instant.tsx';

/** One program with a copy: what it has, until when that works, and what is amiss with its file. */
export function Recipient(props: {
  readonly recipient: RecipientView;
  readonly canHandOver: boolean;
  /** Another computer may renew the account, or none. */
  readonly isRenewedHere: boolean;
  readonly onAgain: () => void;
  readonly onStop: () => void;
}) {
  const { recipient, canHandOver, isRenewedHere, onAgain, onStop } = props;
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const problem = useSnapshot(({ handOver }) => handOver.fileProblems[recipient.id] ?? null);
  const { name, way, path, handedAt, isCurrent } = recipient;
  const isBehind = isCurrent === false || problem !== null;
  const words = way === 'clipboard' ? 'again' : 'otherFile';
  return (
    <li className="recipient">
      <div className="recipient-facts">
        <p className="recipient-name">{name}</p>
        <p className={isBehind ? 'recipient-behind' : undefined}>
          {isBehind && <Icon name="warning" />}
          <CopyState recipient={recipient} hasProblem={problem !== null} isRenewedHere={isRenewedHere} />
        </p>
        {problem !== null && <p>{t(`handOver.fileProblem.${problem}`)}</p>}
        <p className="hint">
          <Instant time={handedAt}>{t(`handOver.way.${way}`, { time: formats.clock(handedAt, clock.now()) })}</Instant>
        </p>
        {path !== null && <p className="hint code selectable">{path}</p>}
      </div>
      <div className="recipient-acts">
        {(way !== 'file' || isBehind) && (
          <Button isDisabled={!canHandOver} label={t(`handOver.${words}For`, { recipient: name })} onPress={onAgain}>
            {t(`handOver.${words}`)}
          </Button>
        )}
        {/* What was copied by hand is not given again by itself: there is nothing to stop. */}
        <Button
          look="quiet"
          label={t(way === 'file' ? 'handOver.stopFor' : 'handOver.delistFor', { recipient: name })}
          onPress={onStop}
        >
          {t(way === 'file' ? 'handOver.stop' : 'handOver.delist')}
        </Button>
      </div>
    </li>
  );
}

function CopyState(props: {
  readonly recipient: RecipientView;
  readonly hasProblem: boolean;
  readonly isRenewedHere: boolean;
}) {
  const { recipient, hasProblem, isRenewedHere } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { name, way, copyExpiresAt, handedAt, isCurrent } = recipient;
  const words = useClock((now) => {
    // Main keeps it so until the first file is written: no living copy ends as it is handed over.
    if (way === 'file' && copyExpiresAt <= handedAt) return t('handOver.copy.unfinished');
    if (copyExpiresAt <= now) {
      if (way === 'file' && !hasProblem)
        return t(`handOver.copy.${isRenewedHere ? 'fileEnded' : 'fileEndedElsewhere'}`);
      if (isCurrent === null) return t('handOver.copy.unknownEnded');
      return t(isCurrent ? 'handOver.copy.currentEnded' : 'handOver.copy.previousEnded');
    }
    const values = {
      recipient: name,
      time: formats.end(copyExpiresAt, now),
      relative: formats.relative(copyExpiresAt, now),
    };
    if (isCurrent === null) return t('handOver.copy.unknown', values);
    return t(isCurrent ? 'handOver.copy.current' : 'handOver.copy.previous', values);
  });
  return <Instant time={copyExpiresAt}>{words}</Instant>;
}
