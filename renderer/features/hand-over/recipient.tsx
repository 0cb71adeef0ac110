import { useTranslation } from 'react-i18next';
import type { RecipientView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Instant } from '../../ui/instant.tsx';

/** One program with a copy: what it has, until when that works, and what is amiss with its file. */
export function Recipient(props: {
  readonly recipient: RecipientView;
  readonly canHandOver: boolean;
  readonly onAgain: () => void;
  readonly onStop: () => void;
}) {
  const { recipient, canHandOver, onAgain, onStop } = props;
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const problem = useSnapshot(({ handOver }) => handOver.fileProblems[recipient.id] ?? null);
  const { name, way, path, handedAt, isCurrent } = recipient;
  const isBehind = !isCurrent || problem !== null;
  const words = way === 'file' ? 'otherFile' : 'again';
  return (
    <li className="recipient">
      <div className="recipient-facts">
        <p className="recipient-name">{name}</p>
        <p className={isBehind ? 'recipient-behind' : undefined}>
          {isBehind && <Icon name="warning" />}
          <CopyState recipient={recipient} hasProblem={problem !== null} />
        </p>
        {problem !== null && <p>{t(`handOver.fileProblem.${problem}`)}</p>}
        <p className="hint">
          <Instant time={handedAt}>{t(`handOver.way.${way}`, { time: formats.clock(handedAt, clock.now()) })}</Instant>
        </p>
        {path !== null && <p className="hint code selectable">{path}</p>}
      </div>
      <div className="recipient-acts">
        {(way === 'clipboard' || isBehind) && (
          <Button isDisabled={!canHandOver} label={t(`handOver.${words}For`, { recipient: name })} onPress={onAgain}>
            {t(`handOver.${words}`)}
          </Button>
        )}
        <Button look="quiet" label={t('handOver.stopFor', { recipient: name })} onPress={onStop}>
          {t('handOver.stop')}
        </Button>
      </div>
    </li>
  );
}

function CopyState({ recipient, hasProblem }: { readonly recipient: RecipientView; readonly hasProblem: boolean }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { name, way, copyExpiresAt, isCurrent } = recipient;
  const words = useClock((now) => {
    if (copyExpiresAt <= now) {
      if (way === 'file' && !hasProblem) return t('handOver.copy.fileEnded');
      return t(isCurrent ? 'handOver.copy.currentEnded' : 'handOver.copy.previousEnded');
    }
    const values = {
      recipient: name,
      time: formats.shortDate(copyExpiresAt),
      relative: formats.relative(copyExpiresAt, now),
    };
    return t(isCurrent ? 'handOver.copy.current' : 'handOver.copy.previous', values);
  });
  return <Instant time={copyExpiresAt}>{words}</Instant>;
}
