import { Checkbox, TextField } from '../../ui/fields.tsx';
import { useNameMeaning } from './known-names.tsx';

/** Any number of the names an authority is known to have, each with what it opens, and others typed in. */
export function KnownChoices(props: {
  readonly kind: 'scopes' | 'services';
  readonly legend: string;
  readonly known: readonly string[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: string[]) => void;
  readonly otherLabel: string;
  readonly otherHint: string;
  readonly other: string;
  readonly onOther: (other: string) => void;
}) {
  const { known, chosen, onChosen } = props;
  const meaning = useNameMeaning(props.kind);
  return (
    <fieldset className="group">
      <legend>{props.legend}</legend>
      <div className="scope-grid">
        {known.map((name) => (
          <Checkbox
            key={name}
            label={name}
            hint={meaning(name)}
            isSelected={chosen.includes(name)}
            onChange={(isSelected) =>
              onChosen(known.filter((one) => (one === name ? isSelected : chosen.includes(one))))
            }
          />
        ))}
      </div>
      <TextField label={props.otherLabel} hint={props.otherHint} value={props.other} onChange={props.onOther} isCode />
    </fieldset>
  );
}
