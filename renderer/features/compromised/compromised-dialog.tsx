import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { RemoveAccount } from '../accounts/remove-account.tsx';
import { SignInDialog } from '../sign-in/sign-in-dialog.tsx';
import { LivingTokens } from './living-tokens.tsx';
import { RemovedTokens } from './removed-tokens.tsx';
import './compromised.css';

type Tokens = CallOutput<'compromised.list'>['tokens'];
const portalSteps = ['one', 'two', 'three'] as const;

/** Gathers what the authority asks for when tokens got into wrong hands, then offers the removal (R19). */
export function CompromisedDialog(props: {
  readonly account: AccountView;
  readonly profile: ProfileView;
  readonly onClose: () => void;
}) {
  const { account, profile, onClose } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const { tokens, failure: listFailure } = useLivingTokens(account);
  const [isPending, setPending] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [next, setNext] = useState<'remove' | 'sign-in' | null>(null);
  const clientId = useSnapshot(({ applications }) => applications[account.applicationId]?.clientId ?? '');
  const authority = t(`authorities.${profile.authority}.name`);

  async function save(): Promise<void> {
    setPending(true);
    setSaid(null);
    setFailure(null);
    const answer = await bridge.call('compromised.saveReport', { accountId: account.id });
    setPending(false);
    if (!answer.ok) setFailure(answer.failure);
    else setSaid(t(answer.value.outcome === 'done' ? 'compromised.saved' : 'compromised.declined', { authority }));
  }

  if (next === 'remove') {
    return <RemoveAccount account={account} profile={profile} onClose={onClose} />;
  }
  if (next === 'sign-in') {
    return <SignInDialog profile={profile} again={null} onClose={onClose} onAccount={onClose} />;
  }
  return (
    <Modal title={t('compromised.title', { authority })} size="wide" onClose={onClose}>
      <p>{t('compromised.what')}</p>
      {listFailure !== null && <FailureNote failure={listFailure} />}
      {tokens !== null && <LivingTokens tokens={tokens} />}
      <h3>{t('compromised.steps.label')}</h3>
      <ol className="compromised-steps">
        {tokens !== null && tokens.length > 0 && (
          <>
            <li>
              <p>{t('compromised.steps.save', { authority })}</p>
              <Button look="primary" isPending={isPending} onPress={() => void save()}>
                {t('compromised.save')}
              </Button>
              <p role="status">{isPending ? t('compromised.asking') : said}</p>
              {failure !== null && <FailureNote failure={failure} />}
            </li>
            <li>{t('compromised.steps.send', { authority })}</li>
          </>
        )}
        <li>
          {t('compromised.steps.delete')}
          <ol>
            {portalSteps.map((step) => (
              <li key={step}>{t(`authorities.${profile.authority}.endsSurely.${step}`)}</li>
            ))}
          </ol>
        </li>
        <li>
          <p>{t('compromised.steps.remove')}</p>
          <Button onPress={() => setNext('remove')}>{t('common.removeFromThisComputer')}</Button>
        </li>
        <li>
          <p>{t('compromised.steps.anew')}</p>
          <Button onPress={() => setNext('sign-in')}>{t('compromised.signInAnew')}</Button>
        </li>
      </ol>
      {clientId !== '' && <RemovedTokens clientId={clientId} />}
      <ModalButtons>
        <Button onPress={onClose}>{t('common.close')}</Button>
      </ModalButtons>
    </Modal>
  );
}

/** Asked again when the account has got another token. */
function useLivingTokens(account: AccountView): { readonly tokens: Tokens | null; readonly failure: Failure | null } {
  const { bridge } = useDesk();
  const [answer, setAnswer] = useState<{ tokens: Tokens | null; failure: Failure | null }>({
    tokens: null,
    failure: null,
  });
  const { id, accessToken, supersededLiving } = account;
  const obtainedAt = accessToken?.obtainedAt;
  useEffect(() => {
    let isWanted = true;
    void bridge.call('compromised.list', { accountId: id }).then((result) => {
      if (!isWanted) return;
      setAnswer(result.ok ? { ...result.value, failure: null } : { tokens: null, failure: result.failure });
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, id, obtainedAt, supersededLiving]);
  return answer;
}
