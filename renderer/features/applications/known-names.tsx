import { useTranslation } from 'react-i18next';
import { en } from '../../i18n/en/index.ts';

type Kind = 'scopes' | 'services';

/** What a scope or service opens, in a few words; undefined for one that is not known here. */
export function useNameMeaning(kind: Kind): (name: string) => string | undefined {
  const { t } = useTranslation();
  return (name) => {
    if (kind === 'scopes')
      return isKnown(en.applications.scopeMeanings, name) ? t(`applications.scopeMeanings.${name}`) : undefined;
    return isKnown(en.applications.serviceMeanings, name) ? t(`applications.serviceMeanings.${name}`) : undefined;
  };
}

function isKnown<Names extends object>(names: Names, name: string): name is Extract<keyof Names, string> {
  return Object.hasOwn(names, name);
}

/** Scopes or services one below the other, each with what it opens where that is known. */
export function KnownNames({ kind, names }: { readonly kind: Kind; readonly names: readonly string[] }) {
  const { t } = useTranslation();
  const meaning = useNameMeaning(kind);
  if (names.length === 0) return <>{t('common.none')}</>;
  return (
    <ul className="known-names">
      {names.map((name) => {
        const words = meaning(name);
        return (
          <li key={name}>
            <span className={kind === 'scopes' ? 'code' : undefined}>{name}</span>
            {words !== undefined && <span className="hint">{words}</span>}
          </li>
        );
      })}
    </ul>
  );
}
