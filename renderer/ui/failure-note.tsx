import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import { authorityWords, useExplanation, useFailureTexts } from '../i18n/failure-sentences.ts';
import { useDesk } from '../state/context.ts';
import { explanationOf, isOfRedirectUri } from '../state/explanation-of.ts';
import { failureDetails } from '../state/failure-details.ts';
import type { FailureAbout } from '../state/failure-facts.ts';
import { useFailureFacts } from '../state/use-failure-facts.ts';
import { useAnnounce } from './announcer.tsx';
import { Button } from './button.tsx';
import { Causes } from './causes.tsx';
import { CompareRedirectUri } from './compare-redirect-uri.tsx';
import { Icon } from './icon.tsx';

/** Ends that somebody chose: said calmly, not as something that went wrong. */
const outcomes: readonly Failure['code'][] = ['signin-declined', 'signin-cancelled'];

/**
 * The one form of every failure: what happened, why, what to do now, the authority's own words, and the details for an
 * integrator. A fresh one is read out at once. `about` is what it was met with, where that can tell which cause is the
 * likeliest.
 */
export function FailureNote(props: {
  readonly failure: Failure;
  readonly about?: FailureAbout;
  readonly heading?: ReactNode;
  readonly isFresh?: boolean;
  /** The id of the sentence that says what happened, for the field that it is about. */
  readonly titleId?: string;
  readonly children?: ReactNode;
}) {
  const { failure, about, heading, isFresh = true, children } = props;
  const { t } = useTranslation();
  const texts = useFailureTexts(failure);
  const facts = useFailureFacts(about);
  const explanation = explanationOf(failure, facts?.authority ?? null);
  const explained = useExplanation(explanation, facts);
  const words = authorityWords(failure);
  const ownId = useId();
  const titleId = props.titleId ?? ownId;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isFresh) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isFresh, failure]);
  const isOutcome = outcomes.includes(failure.code);
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
          {explained?.what ?? texts.what}
        </p>
        {explained === null ? <p>{texts.why}</p> : <Causes causes={explained.causes} />}
        {isOfRedirectUri(explanation) && facts?.redirectUri != null && (
          <CompareRedirectUri key={facts.redirectUri} sent={facts.redirectUri} />
        )}
        <p>
          <strong>{t('failureNote.now')}</strong> {explained?.now ?? texts.now}
        </p>
        {words !== null && (
          <p>
            {t('failureNote.ownWords')} <q className="code">{words}</q>
          </p>
        )}
        {!isOutcome && <Details failure={failure} />}
        {children !== undefined && children !== false && <div className="failure-buttons">{children}</div>}
      </div>
    </section>
  );
}

/** The failure's code and fields without what is personal, to be sent to whoever looks after the program. */
function Details({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [problem, setProblem] = useState<Failure | null>(null);
  const text = failureDetails(failure);

  async function copy(): Promise<void> {
    const answer = await bridge.call('desktop.copyText', { text });
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) announce(t('failureNote.copied'));
  }

  return (
    <details>
      <summary>{t('failureNote.details')}</summary>
      <textarea
        className="input code"
        readOnly
        rows={Math.min(10, text.split('\n').length)}
        value={text}
        aria-label={t('failureNote.detailsText')}
        onFocus={(event) => event.target.select()}
      />
      <Button look="quiet" onPress={() => void copy()}>
        {t('failureNote.copy')}
      </Button>
      {problem !== null && <CopyProblem failure={problem} />}
    </details>
  );
}

function CopyProblem({ failure }: { readonly failure: Failure }) {
  const { what } = useFailureTexts(failure);
  return <p role="alert">{what}</p>;
}
