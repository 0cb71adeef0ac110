import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { SecretField, takeSecret } from '../../ui/fields.tsx';
import { useRefusedField } from '../../ui/use-refused-field.ts';

type Shared = {
  readonly submit: string;
  readonly isPending: boolean;
  readonly failure: Failure | null;
  readonly autoFocus?: boolean;
  /** The buttons that leave, to stand before the one that goes on. */
  readonly buttons?: ReactNode;
};

/** Asks for the passphrase that there is. The field is empty as soon as it is handed on. */
export function PassphraseForm(
  props: Shared & {
    readonly label: string;
    /** It removes something, with no question of its own before: typing the passphrase is that. */
    readonly isDanger?: boolean;
    readonly onPassphrase: (passphrase: string) => void;
  },
) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const failureId = useId();
  useRefusedField(field, props.failure);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const passphrase = takeSecret(field.current);
        setEmpty(passphrase === '');
        field.current?.focus();
        if (passphrase !== '') props.onPassphrase(passphrase);
      }}
    >
      <SecretField
        ref={field}
        label={props.label}
        problem={isEmpty ? t('vault.passphrase.empty') : undefined}
        problemId={props.failure?.code === 'passphrase-wrong' ? failureId : undefined}
        autoFocus={props.autoFocus ?? false}
      />
      {props.failure !== null && <FailureNote failure={props.failure} titleId={failureId} />}
      <div className="line">
        {props.buttons}
        <Button type="submit" look={props.isDanger === true ? 'danger' : 'primary'} isPending={props.isPending}>
          {props.submit}
        </Button>
      </div>
    </form>
  );
}

/** Asks for a new passphrase, twice, and for the one so far where `currentLabel` names it. */
export function NewPassphraseForm(
  props: Shared & {
    readonly label: string;
    /** The fewest characters. */
    readonly minimum: number;
    readonly currentLabel?: string | undefined;
    /** `current` is null where it is not asked. */
    readonly onPassphrase: (passphrase: string, current: string | null) => void;
  },
) {
  const { minimum, currentLabel, autoFocus = false } = props;
  const { t } = useTranslation();
  const [current, first, second] = [
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
  ];
  const [shortBy, setShort] = useState<number | null>(null);
  const [isDifferent, setDifferent] = useState(false);
  const failureId = useId();
  const refused = props.failure?.code;
  // All are empty by then: typing begins with the one that was refused, else with the first.
  useRefusedField(currentLabel === undefined || refused === 'passphrase-too-short' ? first : current, props.failure);

  function submit(): void {
    const length = first.current?.value.length ?? 0;
    const isShort = length < minimum;
    const differs = !isShort && first.current?.value !== second.current?.value;
    setShort(isShort ? length : null);
    setDifferent(differs);
    if (isShort || differs) {
      (isShort ? first : second).current?.focus();
      return;
    }
    takeSecret(second.current);
    const typed = takeSecret(current.current);
    props.onPassphrase(takeSecret(first.current), currentLabel === undefined ? null : typed);
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {currentLabel !== undefined && (
        <SecretField
          ref={current}
          label={currentLabel}
          problemId={refused === 'passphrase-wrong' ? failureId : undefined}
          autoFocus={autoFocus}
        />
      )}
      <SecretField
        ref={first}
        label={props.label}
        hint={t('vault.passphrase.advice', { minimum })}
        problem={shortBy === null ? undefined : t('vault.passphrase.short', { count: shortBy, minimum })}
        problemId={refused === 'passphrase-too-short' ? failureId : undefined}
        autoFocus={autoFocus && currentLabel === undefined}
      />
      <SecretField
        ref={second}
        label={t('vault.passphrase.again')}
        problem={isDifferent ? t('vault.passphrase.different') : undefined}
      />
      {props.failure !== null && <FailureNote failure={props.failure} titleId={failureId} />}
      <div className="line">
        {props.buttons}
        <Button type="submit" look="primary" isPending={props.isPending}>
          {props.submit}
        </Button>
      </div>
    </form>
  );
}
