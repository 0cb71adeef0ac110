import { useTranslation } from '../../i18n/use-translation.ts';
import type { TakeOverProblem } from '../../../electron/contract/take-over-calls.ts';
import { Notice } from '../../ui/notice.tsx';

/** What was odd in the text; read out where nothing came of it. */
export function TakeOverProblems(props: {
  readonly problems: readonly TakeOverProblem[];
  readonly isRefusal?: boolean;
}) {
  const { t } = useTranslation();
  const { problems, isRefusal = false } = props;
  if (problems.length === 0) return null;
  // That nothing was found needs no saying where there is a reason for it.
  const said = problems.filter((problem) => problem !== 'nothing-found' || problems.length === 1);
  return (
    <div role={isRefusal ? 'alert' : undefined}>
      <Notice kind="warning">
        {said.map((problem) => (
          <p key={problem}>{t(`takeOver.problems.${problem}`)}</p>
        ))}
      </Notice>
    </div>
  );
}
