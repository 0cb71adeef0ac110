import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { Notice } from '../../ui/notice.tsx';
import type { ApplicationDraft } from './application-draft.ts';
import { useUsers } from './telling-apart.ts';

/** Who uses an application that is being edited, and whose tokens would not be its own any more. */
export function SharedBy(props: { readonly application: ApplicationView; readonly draft: ApplicationDraft }) {
  const { application, draft } = props;
  const { t } = useTranslation();
  const { count, names: users } = useUsers()(application);
  const hasTokens = useSnapshot(({ accounts }) =>
    Object.values(accounts).some(
      ({ applicationId, accessToken }) => applicationId === application.id && accessToken !== null,
    ),
  );
  if (count === 0) return null;
  const isOther = draft.clientId.trim() !== application.clientId || draft.environment !== application.environment;
  return (
    <div aria-live="polite">
      {isOther && hasTokens ? (
        <Notice kind="warning" title={t('applications.otherRegistration.title')}>
          <p>{t('applications.otherRegistration.text', { users })}</p>
        </Notice>
      ) : (
        <p className="hint">{t('applications.sharedBy', { count, users })}</p>
      )}
    </div>
  );
}
