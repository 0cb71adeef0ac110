import { useId, type ReactNode, type Ref } from 'react';

type Shared = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is amiss with what was typed, if anything. */
  readonly problem?: string | undefined;
};

function Field(props: Shared & { readonly id: string; readonly children: ReactNode }) {
  const { id, label, hint, problem, children } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** The ids of what describes a field; `problemId` of a problem that is said elsewhere. */
function describedBy(
  id: string,
  { hint, problem, problemId }: Pick<Shared, 'hint' | 'problem'> & { readonly problemId?: string | undefined },
): string | undefined {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
    ...(problemId === undefined ? [] : [problemId]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** One line of text. */
export function TextField(
  props: Shared & {
    readonly ref?: Ref<HTMLInputElement> | undefined;
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly isCode?: boolean;
    readonly isRequired?: boolean;
    readonly autoFocus?: boolean;
    /** What is offered for it, each with what it stands for. */
    readonly suggestions?: ReadonlyArray<{ readonly value: string; readonly text: string }>;
  },
) {
  const id = useId();
  const { ref, value, onChange, label, hint, problem, isCode = false, isRequired = false, autoFocus = false } = props;
  const { suggestions = [] } = props;
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input
        id={id}
        ref={ref}
        className={isCode ? 'input code' : 'input'}
        type="text"
        aria-invalid={problem !== undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describedBy(id, { hint, problem })}
        required={isRequired}
        autoFocus={autoFocus}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        list={suggestions.length > 0 ? `${id}-suggestions` : undefined}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion.value} value={suggestion.value}>
              {suggestion.text}
            </option>
          ))}
        </datalist>
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(props: Shared & { readonly value: string; readonly onChange: (value: string) => void }) {
  const id = useId();
  return (
    <Field id={id} label={props.label} hint={props.hint}>
      <textarea
        id={id}
        className="input code"
        rows={5}
        aria-describedby={describedBy(id, props)}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
    </Field>
  );
}

/**
 * A secret. What is typed stays in the input itself and never in React's state; whoever needs it once calls
 * {@link takeSecret} on `ref`. `problemId` is the id of what says, elsewhere, why it was refused.
 */
export function SecretField(
  props: Shared & {
    readonly ref: Ref<HTMLInputElement>;
    readonly problemId?: string | undefined;
    readonly autoFocus?: boolean;
  },
) {
  const id = useId();
  const { ref, label, hint, problem, problemId, autoFocus = false } = props;
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input
        id={id}
        ref={ref}
        className="input code"
        type="password"
        aria-invalid={problem !== undefined || problemId !== undefined}
        aria-describedby={describedBy(id, props)}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
      />
    </Field>
  );
}

/**
 * An address that holds something secret, yet is read by the eye: like a {@link SecretField}, but shown. `problemId` is
 * the id of what says what is amiss with it.
 */
export function AddressField(props: {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly hint: string;
  readonly problemId: string | null;
  readonly autoFocus?: boolean;
}) {
  const id = useId();
  const { ref, label, hint, problemId, autoFocus = false } = props;
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        ref={ref}
        className="input code"
        type="text"
        aria-invalid={problemId !== null}
        aria-describedby={problemId === null ? `${id}-hint` : `${id}-hint ${problemId}`}
        required
        autoFocus={autoFocus}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
    </Field>
  );
}

/** What was typed into a {@link SecretField}, which is empty afterwards. */
export function takeSecret(input: HTMLInputElement | null): string {
  const value = input?.value ?? '';
  if (input !== null) input.value = '';
  return value;
}

/** One of a few, as a drop-down list. */
export function Choice<Value extends string>(
  props: Shared & {
    readonly value: Value;
    readonly options: ReadonlyArray<{ readonly value: Value; readonly text: string }>;
    readonly onChange: (value: Value) => void;
  },
) {
  const id = useId();
  return (
    <Field id={id} label={props.label} hint={props.hint}>
      <select
        id={id}
        className="input"
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find(({ value }) => value === event.target.value);
          if (chosen) props.onChange(chosen.value);
        }}
      >
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One of a few, all of them seen. */
export function RadioChoice<Value extends string>(props: {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly value: Value | null;
  readonly options: ReadonlyArray<{
    readonly value: Value;
    readonly text: ReactNode;
    readonly note?: ReactNode;
    /** Seen, and not to be chosen. */
    readonly isDisabled?: boolean;
  }>;
  readonly onChange: (value: Value) => void;
  readonly isRow?: boolean;
  /** Focuses what is chosen, else the first that can be. */
  readonly autoFocus?: boolean;
}) {
  const name = useId();
  const open = props.options.filter(({ isDisabled = false }) => !isDisabled);
  const focused = props.autoFocus === true ? (open.find(({ value }) => value === props.value) ?? open[0]) : null;
  return (
    <fieldset className={props.isRow === true ? 'group group-row' : 'group'}>
      <legend>{props.legend}</legend>
      {props.hint !== undefined && <p className="hint">{props.hint}</p>}
      {props.options.map(({ value, text, note, isDisabled = false }) => (
        <label key={value} className={isDisabled ? 'check check-disabled' : 'check'}>
          <input
            type="radio"
            name={name}
            disabled={isDisabled}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
            autoFocus={value === focused?.value}
          />
          <span>
            {text}
            {note !== undefined && <span className="check-note">{note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Yes or no. */
export function Checkbox(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="check-field">
      <label className="check">
        <input
          type="checkbox"
          checked={props.isSelected}
          onChange={(event) => props.onChange(event.target.checked)}
          aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        />
        <span>{props.label}</span>
      </label>
      {props.hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
