import { useTranslation } from '../../i18n/use-translation.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import './hand-over.css';

/** Says on every screen that a token is on the clipboard, and for how long. */
export function ClipboardCountdown() {
  const { t } = useTranslation();
  const { bridge, formats } = useDesk();
  const announce = useAnnounce();
  const copy = useSnapshot(({ handOver }) => handOver.clipboard);
  // What was copied may have been replaced since.
  const isPrevious = useSnapshot(
    ({ accounts }) =>
      copy !== null &&
      accounts[copy.accountId]?.recipients.some(
        ({ name, way, isCurrent }) => name === copy.recipientName && way === 'clipboard' && isCurrent === false,
      ) === true,
  );
  const span = useClock((now) => (copy === null ? null : formats.span(Math.max(0, copy.clearsAt - now))));
  if (copy === null || span === null) return null;

  async function clear(): Promise<void> {
    const answer = await bridge.call('handOver.clearNow', {});
    if (answer.ok) announce(t('handOver.clipboard.cleared'));
  }

  return (
    <section className="clipboard-countdown" aria-label={t('handOver.clipboard.label')}>
      <Icon name="info" />
      <p>
        {t(isPrevious ? 'handOver.clipboard.previous' : 'handOver.clipboard.text', {
          recipient: copy.recipientName,
          span,
        })}
      </p>
      <Button onPress={() => void bridge.call('handOver.keepLonger', {})}>{t('handOver.clipboard.longer')}</Button>
      <Button onPress={() => void clear()}>{t('handOver.clipboard.clear')}</Button>
    </section>
  );
}
