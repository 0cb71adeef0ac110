import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationView } from '../../../electron/contract/snapshot.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmRemoval, inUse } from '../../ui/confirm.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { RedirectUriFacts } from './redirect-uri-facts.tsx';
import { ApplicationDialog } from './application-dialog.tsx';

/** Stands for the id of an application that is not saved yet. */
const NEW = '';

/** The applications on this computer. */
export function ApplicationsPage() {
  const { t, i18n } = useTranslation();
  const { bridge, formats } = useDesk();
  const announce = useAnnounce();
  const applications = useSnapshot((snapshot) => snapshot.applications);
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const [editingId, setEditingId] = useState<string | null>(null);
  const [removing, setRemoving] = useState<ApplicationView | null>(null);
  const rows = Object.values(applications).sort((a, b) => a.name.localeCompare(b.name, i18n.language));
  const editing = editingId === null ? null : (applications[editingId] ?? null);
  const profileOf = (application: ApplicationView) => profiles.find(({ id }) => id === application.profile);
  const authorityOf = (application: ApplicationView): string => {
    const profile = profileOf(application);
    return profile === undefined ? '' : t(`authorities.${profile.authority}.name`);
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('applications.heading')}</h1>
        <Button onPress={() => setEditingId(NEW)}>{t('applications.add')}</Button>
      </div>
      {rows.length === 0 && <p className="lead">{t('applications.empty')}</p>}
      <ul className="cards">
        {rows.map((application) => {
          const name = application.name === '' ? t('applications.unnamed') : application.name;
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
                  <Fact name={t('accounts.application.services')}>{formats.list(application.services)}</Fact>
                )}
                {profileOf(application)?.scope === 'list' && (
                  <Fact name={t('applications.scopes')} isCode>
                    {application.scopes.length === 0 ? t('common.none') : application.scopes.join(' ')}
                  </Fact>
                )}
                <Fact name={t('applications.keysColumn')}>
                  {application.missing.length === 0
                    ? t('applications.complete')
                    : t('applications.waitingFor', {
                        parts: missingParts(application.missing, profileOf(application) ?? null, t, formats),
                      })}
                </Fact>
              </Facts>
            </li>
          );
        })}
      </ul>
      {editingId !== null && <ApplicationDialog application={editing} onClose={() => setEditingId(null)} />}
      {removing !== null && (
        <ConfirmRemoval
          title={t('applications.removeTitle')}
          confirm={t('applications.removeConfirm')}
          refusal={inUse('application', accounts, ({ applicationId }) => applicationId === removing.id)}
          onConfirm={() => bridge.call('applications.remove', { applicationId: removing.id })}
          onDone={() => {
            setRemoving(null);
            announce(t('applications.removed'));
          }}
          onClose={() => setRemoving(null)}
        >
          {t('applications.removeText', { name: removing.name, authority: authorityOf(removing) })}
        </ConfirmRemoval>
      )}
    </div>
  );
}
