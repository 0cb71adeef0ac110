import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import type { TokenReading } from '../../../electron/contract/token-reading.ts';
import { useDesk } from '../../state/context.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApplication, useProfile } from '../accounts/use-account.ts';
import { Difference } from './difference.tsx';
import { JwtReading } from './jwt-reading.tsx';
import { MalformedProblem } from './malformed.tsx';
import { timelinePoints } from './timeline-points.ts';
import { Timeline } from './timeline.tsx';

type About = CallOutput<'claims.about'>;

/** What is in the account's access token. It is read in main when this is first shown, and again for each new token. */
export function ClaimsTab({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const profile = useProfile(account);
  const [read, setRead] = useState<{ readonly reading: TokenReading; readonly about: About } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id } = account;
  const hasToken = account.accessToken !== null;

  useEffect(() => {
    if (!hasToken) return;
    let isShown = true;
    const both = [
      bridge.call('accounts.readClaims', { accountId: id }),
      bridge.call('claims.about', { accountId: id }),
    ] as const;
    void Promise.all(both).then(([reading, about]) => {
      if (!isShown) return;
      if (reading.ok && about.ok) setRead({ reading: reading.value, about: about.value });
      else setFailure(reading.ok ? (about.ok ? null : about.failure) : reading.failure);
    });
    return () => {
      isShown = false;
    };
  }, [bridge, id, hasToken]);

  if (!hasToken || profile === undefined) return <p>{t('claims.none')}</p>;
  if (failure !== null) return <FailureNote failure={failure} />;
  if (read === null) return <p role="status">{t('claims.reading')}</p>;
  return <Reading {...read} profile={profile} account={account} />;
}

function Reading(props: {
  readonly reading: TokenReading;
  readonly about: About;
  readonly profile: ProfileView;
  readonly account: AccountView;
}) {
  const { reading, about, profile, account } = props;
  const { t } = useTranslation();
  const application = useApplication(account);
  const authority = t(`authorities.${profile.authority}.name`);
  switch (reading.form) {
    case 'jwt':
      return (
        <JwtReading
          reading={reading}
          known={about.known}
          authority={authority}
          account={account}
          application={application}
          of={{ accountId: account.id }}
        >
          <Difference difference={about.difference} />
        </JwtReading>
      );
    case 'opaque':
      return (
        <div className="stack">
          <Notice kind={profile.tokenForm === 'jwt' ? 'warning' : 'info'} title={t('claims.opaque.title')}>
            <p>{t(`claims.opaque.${reading.shape}`, { length: reading.length, authority })}</p>
            {profile.tokenForm === 'jwt' && <p>{t('claims.opaque.expectedJwt', { authority })}</p>}
          </Notice>
          <Timeline points={timelinePoints(reading, account)} />
        </div>
      );
    case 'malformed':
      return (
        <Notice kind="warning" title={t('claims.malformed.title')}>
          <MalformedProblem reading={reading} />
          <p>{t('claims.malformed.now')}</p>
        </Notice>
      );
  }
}
