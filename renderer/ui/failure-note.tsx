import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../electron/contract/failure.ts';
import { authorityWords, useFailureTexts } from '../i18n/failure-sentences.ts';
import { Icon } from './icon.tsx';

/** Ends that somebody chose: said calmly, not as something that went wrong. */
const outcomes: readonly Failure['code'][] = ['signin-declined', 'signin-cancelled'];

/**
 * The one form of every failure: what happened, why, what to do now, and the details for an integrator. A fresh one is
 * read out at once.
 */
export function FailureNote(props: {
  readonly failure: Failure;
  readonly heading?: ReactNode;
  readonly isFresh?: boolean;
  readonly children?: ReactNode;
}) {
  const { failure, heading, isFresh = true, children } = props;
  const { t } = useTranslation();
  const texts = useFailureTexts(failure);
  const words = authorityWords(failure);
  const titleId = useId();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isFresh) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isFresh, failure]);
  const isOutcome = outcomes.includes(failure.code);
  const details = JSON.stringify(failure, null, 2);
  return (
    <section
      ref={place}
      className={isOutcome ? 'failure failure-chosen' : 'failure'}
      role={!isFresh ? 'group' : isOutcome ? 'status' : 'alert'}
      aria-labelledby={titleId}
    >
      <Icon name={isOutcome ? 'info' : 'warning'} />
      <div className="failure-texts">
        {heading !== undefined && <p className="hint">{heading}</p>}
        <p className="failure-what" id={titleId}>
          {texts.what}
        </p>
        <p>{texts.why}</p>
        <p>
          <strong>{t('failureNote.now')}</strong> {texts.now}
        </p>
        {!isOutcome && (
          <details>
            <summary>{t('failureNote.details')}</summary>
            {words !== null && (
              <p>
                {t('failureNote.ownWords')} <q className="code">{words}</q>
              </p>
            )}
            <textarea
              className="input code"
              readOnly
              rows={Math.min(10, details.split('\n').length)}
              value={details}
              aria-label={t('failureNote.detailsText')}
              onFocus={(event) => event.target.select()}
            />
          </details>
        )}
        {children !== undefined && children !== false && <div className="failure-buttons">{children}</div>}
      </div>
    </section>
  );
}
