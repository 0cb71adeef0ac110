import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { missingToSignIn } from '../../state/lifetime.ts';
import { Button } from '../../ui/button.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { useApplicationName } from '../applications/telling-apart.ts';
import type { OnSignIn } from './begin.ts';
import { KeysDialog } from './keys-dialog.tsx';
import './first-run.css';

/** The applications that no account stands under yet. */
export function begunApplications({ applications, accounts }: Pick<Snapshot, 'applications' | 'accounts'>) {
  const used = new Set(Object.values(accounts).map(({ applicationId }) => applicationId));
  return Object.values(applications).filter(({ id }) => !used.has(id));
}

/** Those of them that a sign-in can be begun with. */
export function readyApplications(snapshot: Pick<Snapshot, 'applications' | 'accounts'>) {
  return begunApplications(snapshot).filter(({ missing }) => missingToSignIn(missing).length === 0);
}

/** What was begun on another day and is no account yet, with the way on: never a dead end (S16). */
export function UnderWay({ onSignIn }: { readonly onSignIn: OnSignIn }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const applications = useSnapshot((snapshot) => snapshot.applications);
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const certificates = useSnapshot((snapshot) => snapshot.certificates);
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const nameOf = useApplicationName();
  const [filling, setFilling] = useState<string | null>(null);
  const begun = begunApplications({ applications, accounts });
  const [firstReady] = readyApplications({ applications, accounts });
  const holders = Object.values(certificates)
    .filter(({ key }) => key !== 'on-device')
    .map(({ holder }) => holder);
  const profileOf = (application: ApplicationView) => profiles.find(({ id }) => id === application.profile);
  const filled = filling === null ? undefined : applications[filling];
  const filledProfile = filled && profileOf(filled);
  if (begun.length + holders.length === 0) return null;
  return (
    <section className="block" aria-label={t('firstRun.underWay.heading')}>
      <h2>{t('firstRun.underWay.heading')}</h2>
      {holders.length > 0 && (
        <p>{t('firstRun.underWay.certificates', { count: holders.length, holders: formats.list(holders) })}</p>
      )}
      <ul className="ways">
        {begun.map((application) => {
          const profile = profileOf(application);
          const { missing } = application;
          const name = nameOf(application);
          return (
            <li key={application.id}>
              <h3>
                {name} <EnvironmentTag application={application} />
              </h3>
              <p className="hint">{t(`profiles.${application.profile}.name`)}</p>
              <p>
                {missing.length === 0
                  ? t('firstRun.underWay.ready')
                  : t('applications.waitingFor', { parts: missingParts(missing, profile ?? null, t, formats) })}
              </p>
              <div className="line">
                {missing.length > 0 && (
                  <Button label={t('firstRun.underWay.fillFor', { name })} onPress={() => setFilling(application.id)}>
                    {t('firstRun.underWay.fill')}
                  </Button>
                )}
                {profile !== undefined && missingToSignIn(missing).length === 0 && (
                  <Button
                    look={application.id === firstReady?.id ? 'primary' : 'plain'}
                    label={t('firstRun.underWay.signInFor', { name })}
                    onPress={() => onSignIn(profile, { applicationId: application.id })}
                  >
                    {t('firstRun.underWay.signIn')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {filled !== undefined && filledProfile !== undefined && (
        <KeysDialog profile={filledProfile} application={filled} onClose={() => setFilling(null)} />
      )}
    </section>
  );
}
