import type { TFunction } from 'i18next';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { en } from '../../i18n/en/index.ts';
import { hasText } from '../../i18n/has-text.ts';

type Kind = 'scopes' | 'services';

/** What a scope or service opens, in a few words; undefined for one that is not known here. */
export function useNameMeaning(kind: Kind): (name: string) => string | undefined {
  const { t } = useTranslation();
  return (name) => {
    if (kind === 'scopes') return isScope(name, t) ? t(`applications.scopeMeanings.${name}`) : undefined;
    return isService(name, t) ? t(`applications.serviceMeanings.${name}`) : undefined;
  };
}

function isScope(name: string, t: TFunction): name is keyof typeof en.applications.scopeMeanings {
  return hasText(t, `applications.scopeMeanings.${name}`);
}

function isService(name: string, t: TFunction): name is keyof typeof en.applications.serviceMeanings {
  return hasText(t, `applications.serviceMeanings.${name}`);
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
