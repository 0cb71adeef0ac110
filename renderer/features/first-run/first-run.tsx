import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { AuthorityPart } from './authority-part.tsx';
import { authorityOrder } from './authority-order.ts';
import type { OnSignIn } from './begin.ts';
import { BringAccounts } from './bring-accounts.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { PractiseFirst } from './practise-first.tsx';
import { readyApplications, UnderWay } from './under-way.tsx';
import './first-run.css';

/**
 * The first page where there is no account yet: what was begun, then the ways to begin at the authority of the language,
 * and at the other one.
 */
export function FirstRun(props: { readonly onTakeOver: () => void; readonly onSignIn: OnSignIn }) {
  const { t } = useTranslation();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const language = useSnapshot((snapshot) => snapshot.settings.language);
  const [keysFor, setKeysFor] = useState<ProfileView | null>(null);
  const isUnderWay = useSnapshot((snapshot) => readyApplications(snapshot).length > 0);
  const [first = [], ...others] = authorityOrder[language];
  // One thing to press first: what was begun, else the way in at the one authority of the language.
  const mainPart = isUnderWay || first.length > 1 ? undefined : first[0];
  const part = (authority: ProfileView['authority']) => (
    <AuthorityPart
      key={authority}
      authority={authority}
      isMain={authority === mainPart}
      profiles={profiles}
      onTakeOver={props.onTakeOver}
      onSignIn={props.onSignIn}
      onKeys={setKeysFor}
    />
  );
  return (
    <div className="page first-run">
      <h1>{t('firstRun.title')}</h1>
      <p className="lead">{t('firstRun.intro')}</p>
      <UnderWay onSignIn={props.onSignIn} />
      <div className={first.length > 1 ? 'authority-parts authority-parts-beside' : 'authority-parts'}>
        {first.map(part)}
      </div>
      {others.flat().map((authority) => (
        <details key={authority} className="quiet-details other-authority">
          <summary>{t('firstRun.otherAuthority', { authority: t(`authorities.${authority}.name`) })}</summary>
          {part(authority)}
        </details>
      ))}
      <BringAccounts />
      <PractiseFirst />
      <p className="hint">{t('firstRun.then')}</p>
      {keysFor !== null && <KeysDialog profile={keysFor} application={null} onClose={() => setKeysFor(null)} />}
    </div>
  );
}
