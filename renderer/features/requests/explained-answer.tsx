import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Explained } from '../../i18n/failure-sentences.ts';
import { Causes } from '../../ui/causes.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What an API's answer means, why it may have come, and what to do now. */
export function ExplainedAnswer(props: {
  readonly explained: Explained;
  readonly isBenign: boolean;
  readonly children?: ReactNode;
}) {
  const { explained, isBenign, children } = props;
  const { t } = useTranslation();
  return (
    <Notice kind={isBenign ? 'info' : 'warning'} title={explained.what}>
      <Causes causes={explained.causes} />
      <p>
        <strong>{t('failureNote.now')}</strong> {explained.now}
      </p>
      {children}
    </Notice>
  );
}
