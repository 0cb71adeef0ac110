import { useTranslation } from '../../i18n/use-translation.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
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
  const names = useNameList(holder);
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
        <p>{t(`holders.found.${foundWords}`, { names: names(found) })}</p>
      )}
      {leftWords !== undefined && left.length > 0 && <p>{t(`holders.left.${leftWords}`, { names: names(left) })}</p>}
    </li>
  );
}

/** Names in a row, the first of many. */
function useNameList(holder: HolderFacts): (all: readonly Named[]) => string {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { name } = useNames(holder);
  return (all) => {
    const shown = all.slice(0, all.length > MOST_NAMES + 1 ? MOST_NAMES : all.length).map(name);
    const more = all.length - shown.length;
    return formats.list(more === 0 ? shown : [...shown, t('holders.more', { count: more })]);
  };
}
