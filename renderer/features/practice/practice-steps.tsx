import { useTranslation } from '../../i18n/use-translation.ts';
import type { ActivityEntry } from '../../../electron/contract/activity-entry.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useActivity } from '../activity/use-activity.ts';
import { authorityOrder } from '../first-run/authority-order.ts';
import { waysOf, type OnSignIn } from '../first-run/begin.ts';
import { stepsDone, stepsOf } from './steps-done.ts';

/** The practice steps at every authority, those that are done ticked; with `onSignIn` each way can be begun. */
export function PracticeSteps({ onSignIn }: { readonly onSignIn?: OnSignIn }) {
  const { t } = useTranslation();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const language = useSnapshot((snapshot) => snapshot.settings.language);
  const ways = authorityOrder[language].flat().map((authority) => waysOf(profiles, authority));
  const { rows } = useActivity(null);
  const log = rows?.flatMap((row) => (row.kind === 'entry' ? [row.entry] : [])) ?? [];
  const section = (profile: ProfileView) => <Way key={profile.id} profile={profile} log={log} onSignIn={onSignIn} />;
  return (
    <>
      {ways.flatMap(({ people }) => people).map(section)}
      <details className="quiet-details">
        <summary>{t('firstRun.systems')}</summary>
        <div className="stack">{ways.flatMap(({ systems }) => systems).map(section)}</div>
      </details>
    </>
  );
}

function Way(props: {
  readonly profile: ProfileView;
  readonly log: readonly ActivityEntry[];
  readonly onSignIn: OnSignIn | undefined;
}) {
  const { profile, log, onSignIn } = props;
  const { t } = useTranslation();
  const certificates = useSnapshot((snapshot) => snapshot.certificates);
  const applications = useSnapshot((snapshot) => snapshot.applications);
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const done = stepsDone(profile, { certificates, applications, accounts, profiles }, log);
  // The button below goes straight to the file; elsewhere the sign-in asks first.
  const file = t(onSignIn === undefined ? 'signIn.importAnother' : 'certificates.chooseFile');
  const add = t(`profiles.${profile.id}.add`);
  return (
    <section className="block" aria-label={t(`profiles.${profile.id}.name`)}>
      <h2>{t(`profiles.${profile.id}.name`)}</h2>
      <p>
        {onSignIn === undefined
          ? t('practice.beginAtBoard', { menu: t('board.add'), add })
          : t('practice.beginBelow', { add })}
      </p>
      <ol>
        {stepsOf(profile).map((step) => (
          <li key={step}>
            {t(`practice.steps.${profile.id}.${step}`, { file })}{' '}
            {done.includes(step) && (
              <span className="practice-step-done">
                <Icon name="check" /> {t('practice.done')}
              </span>
            )}
          </li>
        ))}
      </ol>
      {onSignIn !== undefined && (
        <div>
          <Button onPress={() => onSignIn(profile, profile.needsCertificate ? { means: 'file' } : {})}>{add}</Button>
        </div>
      )}
    </section>
  );
}
