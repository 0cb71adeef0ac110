import { useTranslation } from 'react-i18next';
import { en } from '../../i18n/en/index.ts';

type Warning = Exclude<keyof typeof en.certificateWarnings, 'other'>;

function isKnown(code: string): code is Warning {
  return code !== 'other' && Object.hasOwn(en.certificateWarnings, code);
}

/** The sentence of a certificate's warning code; a code not known here gets a general one. */
export function useWarningText(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => (isKnown(code) ? t(`certificateWarnings.${code}`) : t('certificateWarnings.other', { code }));
}
