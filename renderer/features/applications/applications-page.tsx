import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationView } from '../../../electron/contract/snapshot.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { RemovedTokens } from '../compromised/removed-tokens.tsx';
import { ApplicationDialog } from './application-dialog.tsx';
import { KnownNames } from './known-names.tsx';
import { RemoveApplication } from './remove-application.tsx';
import { RedirectUriFacts } from './redirect-uri-facts.tsx';
import { useApplicationName, useUsers } from './telling-apart.ts';
import './applications.css';

/** Stands for the id of an application that is not saved yet. */
const NEW = '';

/** The applications on this computer. */
export function ApplicationsPage() {
  const { t, i18n } = useTranslation();
  const { formats } = useDesk();
  const announce = useAnnounce();
  const applications = useSnapshot((snapshot) => snapshot.applications);
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const nameOf = useApplicationName();
  const usersOf = useUsers();
  const [editingId, setEditingId] = useState<string | null>(null);
  const [removing, setRemoving] = useState<ApplicationView | null>(null);
  const rows = Object.values(applications).sort((a, b) => a.name.localeCompare(b.name, i18n.language));
  const editing = editingId === null ? null : (applications[editingId] ?? null);
  const profileOf = (application: ApplicationView) => profiles.find(({ id }) => id === application.profile);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('applications.heading')}</h1>
        <Button onPress={() => setEditingId(NEW)}>{t('applications.add')}</Button>
      </div>
      {rows.length === 0 && <p className="lead">{t('applications.empty')}</p>}
      <ul className="cards">
        {rows.map((application) => {
          const name = nameOf(application);
          const users = usersOf(application);
          return (
            <li key={application.id} className="card">
              <div className="card-head">
                <h2>
                  {name} <EnvironmentTag application={application} />
                </h2>
                <div className="line">
                  <Button
                    look="quiet"
                    label={t('applications.editFor', { name })}
                    onPress={() => setEditingId(application.id)}
                  >
                    {t('common.edit')}
                  </Button>
                  <Button
                    look="quiet"
                    label={t('applications.removeFor', { name })}
                    onPress={() => setRemoving(application)}
                  >
                    {t('common.removeFromThisComputer')}
                  </Button>
                </div>
              </div>
              <Facts>
                <Fact name={t('applications.signInAt')}>{t(`profiles.${application.profile}.name`)}</Fact>
                <RedirectUriFacts application={application} />
                {application.services.length > 0 && (
                  <Fact name={t('accounts.application.services')}>
                    <KnownNames kind="services" names={application.services} />
                  </Fact>
                )}
                {profileOf(application)?.scope === 'list' && (
                  <Fact name={t('applications.scopes')}>
                    <KnownNames kind="scopes" names={application.scopes} />
                  </Fact>
                )}
                {application.clientId !== '' && (
                  <Fact name={t(`profiles.${application.profile}.application.clientId`)} isCode>
                    {application.clientId}
                  </Fact>
                )}
                <Fact name={t('applications.keysColumn')}>
                  {application.missing.length === 0
                    ? t('applications.complete')
                    : t('applications.waitingFor', {
                        parts: missingParts(application.missing, profileOf(application) ?? null, t, formats),
                      })}
                </Fact>
                <Fact name={t('applications.usedBy')}>
                  {users.count === 0 ? t('applications.usedByNobody') : users.names}
                </Fact>
              </Facts>
            </li>
          );
        })}
      </ul>
      <RemovedTokens />
      {editingId !== null && <ApplicationDialog application={editing} onClose={() => setEditingId(null)} />}
      {removing !== null && (
        <RemoveApplication
          application={removing}
          profile={profileOf(removing)}
          onDone={() => {
            setRemoving(null);
            announce(t('applications.removed'));
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </div>
  );
}
