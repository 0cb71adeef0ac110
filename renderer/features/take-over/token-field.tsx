import { useId, type RefObject } from 'react';
import './take-over.css';

/** Where tokens are pasted. They stay in the element itself, shown as dots, until {@link takeTokens} takes them. */
export function TokenField(props: {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | undefined;
}) {
  const id = useId();
  const { ref, label, hint, problem } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={ref}
        className="input code token-field"
        rows={7}
        aria-describedby={problem === undefined ? `${id}-hint` : `${id}-hint ${id}-problem`}
        autoFocus
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {problem !== undefined && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** What was pasted; the field is empty afterwards. */
export function takeTokens(field: HTMLTextAreaElement | null): string {
  const text = field?.value ?? '';
  if (field !== null) field.value = '';
  return text;
}
