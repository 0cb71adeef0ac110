import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountState } from '../../state/lifetime.ts';
import { Icon } from '../../ui/icon.tsx';

/** Red is kept for what needs a person with a certificate. */
const looks: Readonly<Record<AccountState, 'good' | 'calm' | 'attention' | 'trouble'>> = {
  valid: 'good',
  endsSoon: 'calm',
  resting: 'calm',
  moved: 'calm',
  onlyLooking: 'calm',
  working: 'calm',
  renewalDue: 'attention',
  incomplete: 'attention',
  failed: 'attention',
  answerLost: 'attention',
  signInNeeded: 'trouble',
  signInSoon: 'trouble',
  certificateEnding: 'trouble',
  certificateEnded: 'trouble',
};

/** The one word for an account; colour and sign only repeat it. */
export function StateWord({ state }: { readonly state: AccountState }) {
  const { t } = useTranslation();
  const look = looks[state];
  return (
    <span className={`state state-${look}`}>
      {look === 'good' && <Icon name="check" />}
      {(look === 'trouble' || look === 'attention') && <Icon name="warning" />}
      {t(`accounts.state.${state}`)}
    </span>
  );
}
