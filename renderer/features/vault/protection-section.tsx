import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { PASSPHRASE_MINIMUM, RECOVERY_MINIMUM } from '../../../electron/contract/limits.ts';
import type { Protection } from '../../../electron/contract/vault-calls.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Notice } from '../../ui/notice.tsx';
import { NewPassphraseForm, PassphraseForm } from './passphrase-forms.tsx';
import { useAct } from './use-act.ts';
import './vault.css';

type Form = 'passphrase' | 'keychain' | 'recovery' | 'forgotten-recovery' | 'no-recovery';

/** What opens the storage and what does if that is lost; locking it. */
export function ProtectionSection() {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [protection, setProtection] = useState<Protection | null>(null);
  const [form, setForm] = useState<Form | null>(null);
  const { isPending, failure, run, forget } = useAct();

  function show(next: Form | null): void {
    forget();
    setForm(next);
  }

  async function reload(): Promise<void> {
    const answer = await bridge.call('vault.protection', {});
    if (answer.ok) setProtection(answer.value);
  }
  useEffect(() => {
    void bridge.call('vault.protection', {}).then((answer) => {
      if (answer.ok) setProtection(answer.value);
    });
  }, [bridge]);

  async function change(call: Parameters<typeof run>[0]): Promise<void> {
    if (!(await run(call))) return;
    setForm(null);
    announce(t('vault.protection.saved'));
    await reload();
  }

  if (protection === null) return null;
  const { keychain, hasRecovery, canUseKeychain, notices } = protection;
  const cancel = <Button onPress={() => show(null)}>{t('common.cancel')}</Button>;
  const shared = { submit: t('common.save'), isPending, failure, buttons: cancel, autoFocus: true };
  const soFar = t(keychain === null ? 'vault.passphrase.current' : 'vault.passphrase.currentRecovery');
  const currentLabel = keychain === null || hasRecovery ? soFar : undefined;
  const recoveryNone = keychain === null ? 'recoveryNoneByPassphrase' : 'recoveryNone';

  return (
    <section className="protection" aria-labelledby="protection-heading">
      <h2 id="protection-heading">{t('vault.protection.heading')}</h2>
      {notices.map((notice) => (
        <Notice key={notice} kind="warning">
          <p>{t(`vault.protection.notices.${notice}`)}</p>
        </Notice>
      ))}
      <p>{keychain === null ? t('vault.protection.byPassphrase') : t('vault.protection.byKeychain', { keychain })}</p>
      <p>{t(hasRecovery ? 'vault.protection.recoverySet' : `vault.protection.${recoveryNone}`)}</p>
      {form === null && (
        <div className="line">
          <Button onPress={() => show('recovery')}>
            {t(hasRecovery ? 'vault.protection.replaceRecovery' : 'vault.protection.setRecovery')}
          </Button>
          {hasRecovery && (
            <Button look="quiet" onPress={() => show('no-recovery')}>
              {t('vault.protection.removeRecovery')}
            </Button>
          )}
          <Button look="quiet" onPress={() => show('passphrase')}>
            {t(keychain === null ? 'vault.protection.changePassphrase' : 'vault.protection.usePassphrase')}
          </Button>
          {keychain === null && canUseKeychain && (
            <Button look="quiet" onPress={() => show('keychain')}>
              {t('vault.protection.useKeychain')}
            </Button>
          )}
          {(keychain === null || hasRecovery) && (
            <Button isPending={isPending} onPress={() => void run(() => bridge.call('vault.lock', {}))}>
              {t('vault.protection.lock')}
            </Button>
          )}
        </div>
      )}
      {form === null && failure !== null && <FailureNote failure={failure} />}
      {(form === 'recovery' || form === 'forgotten-recovery') && (
        <>
          <p>{t('vault.protection.recoveryText')}</p>
          {form === 'forgotten-recovery' && <p>{t('vault.protection.forgottenRecoveryText')}</p>}
          <NewPassphraseForm
            key={form}
            {...shared}
            label={t(hasRecovery ? 'vault.passphrase.newRecovery' : 'vault.passphrase.recovery')}
            minimum={RECOVERY_MINIMUM}
            currentLabel={form === 'recovery' ? currentLabel : undefined}
            buttons={
              <>
                {cancel}
                {form === 'recovery' && keychain !== null && hasRecovery && (
                  <Button look="quiet" onPress={() => show('forgotten-recovery')}>
                    {t('vault.protection.forgottenRecovery')}
                  </Button>
                )}
              </>
            }
            onPassphrase={(passphrase, current) =>
              void change(() => bridge.call('vault.setRecovery', { current, passphrase }))
            }
          />
        </>
      )}
      {form === 'no-recovery' && (
        <>
          <p>{t('vault.protection.removeRecoveryText')}</p>
          <PassphraseForm
            {...shared}
            submit={t('vault.protection.removeRecoveryConfirm')}
            label={soFar}
            isDanger
            onPassphrase={(current) =>
              void change(() => bridge.call('vault.setRecovery', { current, passphrase: null }))
            }
          />
        </>
      )}
      {form === 'passphrase' && (
        <>
          {keychain !== null && <p>{t('vault.protection.usePassphraseText')}</p>}
          <NewPassphraseForm
            {...shared}
            label={t('vault.passphrase.new')}
            minimum={PASSPHRASE_MINIMUM}
            currentLabel={currentLabel}
            onPassphrase={(passphrase, current) =>
              void change(() => bridge.call('vault.usePassphrase', { current, passphrase }))
            }
          />
        </>
      )}
      {form === 'keychain' && (
        <>
          <p>{t('vault.protection.useKeychainText')}</p>
          <PassphraseForm
            {...shared}
            label={t('vault.passphrase.current')}
            onPassphrase={(current) => void change(() => bridge.call('vault.useKeychain', { current }))}
          />
        </>
      )}
    </section>
  );
}
