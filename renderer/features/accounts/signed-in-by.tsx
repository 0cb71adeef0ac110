import { useState, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { TextField } from '../../ui/fields.tsx';

/** Who signs in where no certificate says so: the authority counts refresh tokens per person (S19). */
export function SignedInBy(props: { readonly account: AccountView; readonly profile: ProfileView }) {
  const { account, profile } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [typed, setTyped] = useState(account.person);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const person = typed.trim();

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || person === account.person) return;
    setBusy(true);
    setFailure(null);
    const answer = await bridge.call('accounts.namePerson', { accountId: account.id, person });
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    else announce(t('accounts.person.saved'));
  }

  return (
    <section className="block" aria-labelledby="signed-in-by">
      <h2 id="signed-in-by">{t('accounts.person.heading')}</h2>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <TextField
          label={t('accounts.person.label')}
          hint={t('accounts.person.hint', { authority: t(`authorities.${profile.authority}.name`) })}
          value={typed}
          onChange={setTyped}
        />
        {failure !== null && <FailureNote failure={failure} />}
        <div>
          <Button type="submit" isPending={isBusy} isDisabled={person === account.person}>
            {t('accounts.person.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
