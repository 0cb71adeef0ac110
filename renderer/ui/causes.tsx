import { useTranslation } from '../i18n/use-translation.ts';
import type { Explained } from '../i18n/failure-sentences.ts';
import './explained.css';

/** Shown at once; the others are folded away. */
const AT_ONCE = 3;

/** The likely causes of a failure, each with its cure; a single one is no list. */
export function Causes({ causes }: { readonly causes: Explained['causes'] }) {
  const { t } = useTranslation();
  const [only] = causes;
  if (only !== undefined && causes.length === 1) return <Cause cause={only} />;
  const [first, rest] = [causes.slice(0, AT_ONCE), causes.slice(AT_ONCE)];
  return (
    <>
      <p>{t('explained.causes')}</p>
      <List causes={first} start={1} />
      {rest.length > 0 && (
        <details>
          <summary>{t('explained.moreCauses', { count: rest.length })}</summary>
          <List causes={rest} start={AT_ONCE + 1} />
        </details>
      )}
    </>
  );
}

function List(props: { readonly causes: Explained['causes']; readonly start: number }) {
  return (
    <ol className="causes" start={props.start}>
      {props.causes.map((cause) => (
        <li key={cause.name}>
          <Cause cause={cause} />
        </li>
      ))}
    </ol>
  );
}

function Cause({ cause }: { readonly cause: Explained['causes'][number] }) {
  return (
    <>
      <p className="cause-is">{cause.is}</p>
      {cause.because !== null && (
        <p>
          <strong>{cause.because}</strong>
        </p>
      )}
      <p>{cause.cure}</p>
    </>
  );
}
