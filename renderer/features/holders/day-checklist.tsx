import { useId } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSnapshot } from '../../state/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { checklistsOf, type Day, type Named, type Step } from './checklists.ts';
import type { HolderFacts } from './holder-facts.ts';
import { useNames } from './use-names.ts';

/** More names than these make a step unreadable; the tables above have them all. */
const MOST_NAMES = 12;

const withLeft = [
  ...(['registration', 'signIn', 'companies', 'recipients'] as const),
  ...(['end', 'removeAccounts', 'removeCertificate'] as const),
];
const withFound = ['signIn', 'import'] as const;

/** What to do on one of the days, in order, each with how it stands as far as that can be seen here. */
export function DayChecklist({ holder, day }: { readonly holder: HolderFacts; readonly day: Day }) {
  const { t } = useTranslation();
  const snapshot = useSnapshot((whole) => whole);
  const checklists = checklistsOf(snapshot, holder, day);
  const id = `holder-${day}`;
  const isOfOrganisation = checklists.every(({ authority }) => authority === 'skatteverket');
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{t(`holders.days.${day === 'leaving' && isOfOrganisation ? 'leavingOrganisation' : day}`)}</h2>
      {checklists.map(({ authority, steps }) => (
        <div key={authority} className="stack">
          {checklists.length > 1 && <h3>{t(`authorities.${authority}.name`)}</h3>}
          <ol className="steps">
            {steps.map((step) => (
              <StepItem key={step.key} step={step} holder={holder} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function StepItem({ step, holder }: { readonly step: Step; readonly holder: HolderFacts }) {
  const { t } = useTranslation();
  const { key, state, progress, left, found } = step;
  const leftWords = withLeft.find((name) => name === step.name);
  const foundWords = withFound.find((name) => name === step.name);
  return (
    <li>
      <p className="card-head">
        <span className="step-what">{t(`holders.steps.${key}.what`)}</span>
        <span className={`state state-${state === 'done' ? 'good' : state === 'open' ? 'attention' : 'calm'}`}>
          {state === 'done' && <Icon name="check" />}
          {state === 'open' && progress !== null && progress.done > 0
            ? t('holders.progress', progress)
            : t(`holders.state.${state}`)}
        </span>
      </p>
      <p className="hint">{t(`holders.steps.${key}.how`)}</p>
      {foundWords !== undefined && found.length > 0 && (
        <Names title={t(`holders.found.${foundWords}`)} all={found} holder={holder} />
      )}
      {leftWords !== undefined && left.length > 0 && (
        <Names title={t(`holders.left.${leftWords}`)} all={left} holder={holder} />
      )}
    </li>
  );
}

/** Names, the first of many; each on a line of its own, as there are commas within them. */
function Names(props: { readonly title: string; readonly all: readonly Named[]; readonly holder: HolderFacts }) {
  const { title, all, holder } = props;
  const { t } = useTranslation();
  const { name } = useNames(holder);
  const id = useId();
  const shown = all.slice(0, all.length > MOST_NAMES + 1 ? MOST_NAMES : all.length).map(name);
  const more = all.length - shown.length;
  return (
    <>
      <p id={id}>{title}</p>
      <ul className="step-names" aria-labelledby={id}>
        {shown.map((words, index) => (
          <li key={index}>{words}</li>
        ))}
        {more > 0 && <li>{t('holders.more', { count: more })}</li>}
      </ul>
    </>
  );
}
