import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { CompromisedDialog } from './compromised-dialog.tsx';

/** Opens the report of compromised tokens, for an authority that takes them: its tokens are JWTs (R19). */
export function CompromisedLink(props: { readonly account: AccountView; readonly profile: ProfileView }) {
  const { account, profile } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const hasTokens = account.accessToken !== null || account.supersededLiving > 0;
  if (profile.tokenForm !== 'jwt' || !hasTokens) return null;
  return (
    <div>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('compromised.open')}
      </Button>
      {isOpen && <CompromisedDialog account={account} profile={profile} onClose={() => setOpen(false)} />}
    </div>
  );
}
