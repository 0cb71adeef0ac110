import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView, ProfileView, RecipientView } from '../../../electron/contract/snapshot.ts';
import { useClock } from '../../state/context.ts';
import { CompromisedLink } from '../compromised/compromised-link.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { Recipient } from './recipient.tsx';
import { StopDialog } from './stop-dialog.tsx';
import './hand-over.css';

type Asked =
  | { readonly what: 'again'; readonly recipient: RecipientView }
  | { readonly what: 'stop'; readonly recipient: RecipientView };

/** The programs that were given a copy of the access token, and what each still has (R17, S14). */
export function HandOverSection(props: { readonly account: AccountView; readonly profile: ProfileView }) {
  const { account, profile } = props;
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const isLiving = useClock((now) => account.accessToken !== null && account.accessToken.expiresAt > now);
  const close = (): void => setAsked(null);
  return (
    <section className="block" aria-labelledby="hand-over-heading">
      <h2 id="hand-over-heading">{t('handOver.heading')}</h2>
      {account.recipients.length === 0 ? (
        <p className="hint">{t('handOver.none')}</p>
      ) : (
        <ul className="recipients">
          {account.recipients.map((recipient) => (
            <Recipient
              key={recipient.id}
              recipient={recipient}
              canHandOver={isLiving}
              isRenewedHere={account.standing === 'here'}
              onAgain={() => setAsked({ what: 'again', recipient })}
              onStop={() => setAsked({ what: 'stop', recipient })}
            />
          ))}
        </ul>
      )}
      {profile.renewal === 'refresh-token' && <p className="hint">{t('handOver.ownSignIn')}</p>}
      <CompromisedLink account={account} profile={profile} />
      {asked?.what === 'again' && <HandOverDialog account={account} again={asked.recipient} onClose={close} />}
      {asked?.what === 'stop' && <StopDialog account={account} recipient={asked.recipient} onClose={close} />}
    </section>
  );
}
