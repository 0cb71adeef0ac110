import { useTranslation } from '../../i18n/use-translation.ts';
import type { NoticeView } from '../../../electron/contract/notice-view.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What the program did by itself while nobody looked, until it is dismissed. */
export function AwaySummary({ away }: { readonly away: Extract<NoticeView, { kind: 'away' }> }) {
  const { t, i18n } = useTranslation();
  const { bridge, clock, formats } = useDesk();
  const what = [
    { count: away.renewed, words: t('notices.away.renewed', { count: away.renewed }) },
    { count: away.needCertificate, words: t('notices.away.needCertificate', { count: away.needCertificate }) },
    { count: away.needPerson, words: t('notices.away.needPerson', { count: away.needPerson }) },
  ].filter(({ count }) => count > 0);
  const list = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' });
  return (
    <Notice
      kind={away.needCertificate + away.needPerson > 0 ? 'warning' : 'info'}
      title={t('notices.away.sentence', { what: list.format(what.map(({ words }) => words)) })}
    >
      <p className="hint">{t('notices.away.since', { time: formats.clock(away.since, clock.now()) })}</p>
      <Button onPress={() => void bridge.call('away.dismiss', {})}>{t('notices.act.dismiss')}</Button>
    </Notice>
  );
}
