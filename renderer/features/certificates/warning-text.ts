import { useTranslation } from '../../i18n/use-translation.ts';
import type { TFunction } from 'i18next';
import type { en } from '../../i18n/en/index.ts';
import { hasText } from '../../i18n/has-text.ts';

type Warning = Exclude<keyof typeof en.certificateWarnings, 'other'>;

function isKnown(code: string, t: TFunction): code is Warning {
  return code !== 'other' && hasText(t, `certificateWarnings.${code}`);
}

/** The sentence of a certificate's warning code; a code not known here gets a general one. */
export function useWarningText(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => (isKnown(code, t) ? t(`certificateWarnings.${code}`) : t('certificateWarnings.other', { code }));
}
