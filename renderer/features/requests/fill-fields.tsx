import type { TFunction } from 'i18next';
import type { Ref } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { en } from '../../i18n/en/index.ts';
import { hasText } from '../../i18n/has-text.ts';
import { TextField } from '../../ui/fields.tsx';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { fillTyped, offeredFor } from './company-fill.ts';
import { queryValue, withQueryValue } from './url-query.ts';

type Known = keyof typeof en.requests.fill;

function isKnown(name: string, t: TFunction): name is Known {
  return hasText(t, `requests.fill.${name}.label`);
}

/** Names a query parameter as people do, where that is known. */
export function useFillName(): (name: string) => string {
  const { t } = useTranslation();
  return (name) => (isKnown(name, t) ? t(`requests.fill.${name}.label`) : name);
}

/** The query parameters only the user knows, a field each; what is typed stands in the URL, which holds nothing more. */
export function FillFields(props: {
  readonly names: readonly string[];
  readonly url: string;
  /** The account's companies, which are offered where a company is asked for. */
  readonly companies: AccountView['companies'];
  readonly onChange: (url: string) => void;
  /** Whether an empty field is to be said so. */
  readonly isJudged: boolean;
  /** The first empty field. */
  readonly emptyRef: Ref<HTMLInputElement>;
}) {
  const { names, url, companies, onChange, isJudged, emptyRef } = props;
  const { t } = useTranslation();
  const fillName = useFillName();
  const firstEmpty = names.find((name) => queryValue(url, name) === '');
  return names.map((name) => {
    const value = queryValue(url, name);
    return (
      <TextField
        key={name}
        ref={name === firstEmpty ? emptyRef : undefined}
        label={fillName(name)}
        hint={isKnown(name, t) ? t(`requests.fill.${name}.hint`) : t('requests.fillHint', { name })}
        problem={isJudged && value === '' ? t('requests.fillMissing', { field: fillName(name) }) : undefined}
        value={value}
        onChange={(typed) => onChange(withQueryValue(url, name, fillTyped(name, typed)))}
        suggestions={offeredFor(name, companies)}
        isCode
      />
    );
  });
}
