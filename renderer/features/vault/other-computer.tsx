import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallInput } from '../../../electron/contract/contract.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { RadioChoice } from '../../ui/fields.tsx';
import { useAct } from './use-act.ts';
import { VaultCard } from './vault-card.tsx';

type Answer = CallInput<'vault.settleIn'>['as'];

const answers: readonly Answer[] = ['moved', 'only-looking'];

/**
 * Asks whether the storage was moved here from another computer, or is a copy to look at. Neither is proposed: both can
 * be wrong, and one of them loses tokens.
 */
export function OtherComputer() {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const { isPending, failure, run } = useAct();
  const [as, setAs] = useState<Answer | null>(null);
  return (
    <VaultCard title={t('vault.other-computer.title')}>
      <p>{t('vault.other-computer.why')}</p>
      <p>{t('vault.other-computer.until')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (as !== null) void run(() => bridge.call('vault.settleIn', { as }));
        }}
      >
        <RadioChoice
          legend={t('vault.other-computer.question')}
          value={as}
          options={answers.map((value) => ({
            value,
            text: t(`vault.other-computer.as.${value}`),
            note: t(`vault.other-computer.asNote.${value}`),
          }))}
          onChange={setAs}
          autoFocus
        />
        {failure !== null && <FailureNote failure={failure} />}
        <div>
          <Button type="submit" look="primary" isDisabled={as === null} isPending={isPending}>
            {t('vault.other-computer.answer')}
          </Button>
        </div>
      </form>
    </VaultCard>
  );
}
