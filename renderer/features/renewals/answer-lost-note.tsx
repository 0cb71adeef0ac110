import { useEffect, useId, useRef } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useFailureTexts } from '../../i18n/failure-sentences.ts';
import { Icon } from '../../ui/icon.tsx';

/**
 * A refresh was sent and its answer never came home: said in the form of a failure, with the failure that ended the
 * last try among the details. A fresh one is read out at once.
 */
export function AnswerLostNote(props: {
  readonly account: AccountView;
  readonly failure: Failure | null;
  readonly isFresh: boolean;
}) {
  const { account, failure, isFresh } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isFresh) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isFresh, failure]);
  return (
    <section ref={place} className="failure" role={isFresh ? 'alert' : 'group'} aria-labelledby={titleId}>
      <Icon name="warning" />
      <div className="failure-texts">
        <p className="failure-what" id={titleId}>
          {t('renewals.answerLost.what')}
        </p>
        <p>{t('renewals.answerLost.why')}</p>
        <p>{t(account.renewsItselfAt === null ? 'renewals.answerLost.keptByHand' : 'renewals.answerLost.kept')}</p>
        <p>
          <strong>{t('failureNote.now')}</strong> {t('renewals.answerLost.now')}
        </p>
        {failure !== null && <LastTry failure={failure} />}
      </div>
    </section>
  );
}

function LastTry({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation();
  const texts = useFailureTexts(failure);
  return (
    <details>
      <summary>{t('renewals.answerLost.how')}</summary>
      <p>{texts.what}</p>
      <p>{texts.why}</p>
    </details>
  );
}
