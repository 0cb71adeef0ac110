import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { PASSPHRASE_MINIMUM } from '../../../electron/contract/limits.ts';
import { SecretField, takeSecret } from '../../ui/fields.tsx';

type Problem = 'short' | 'different';

/** The two fields of a new passphrase; `take` gives what was typed, both being empty afterwards, or null with the reason shown. */
export function useNewPassphrase(): { readonly fields: ReactNode; readonly take: () => string | null } {
  const { t } = useTranslation();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const minimum = PASSPHRASE_MINIMUM;

  function take(): string | null {
    const [one, two] = [takeSecret(first.current), takeSecret(second.current)];
    const found = one.length < minimum ? 'short' : one !== two ? 'different' : null;
    setProblem(found);
    if (found === null) return one;
    first.current?.focus();
    return null;
  }

  const fields = (
    <>
      <SecretField
        ref={first}
        label={t('transfer.passphrase.label')}
        hint={t('transfer.passphrase.hint', { minimum })}
        problem={problem === null ? undefined : t(`transfer.passphrase.${problem}`, { minimum })}
        autoFocus
      />
      <SecretField ref={second} label={t('transfer.passphrase.again')} />
    </>
  );
  return { fields, take };
}
