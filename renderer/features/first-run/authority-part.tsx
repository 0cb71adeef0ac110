import { useTranslation } from '../../i18n/use-translation.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { HelpInPlace } from '../help/help-in-place.tsx';
import { registerTopics } from '../help/topics.ts';
import { needs, waysOf, type OnSignIn } from './begin.ts';
import { Callbacks } from './callbacks.tsx';

type Props = {
  readonly authority: ProfileView['authority'];
  /** Whether its first way in is the page's main button. */
  readonly isMain: boolean;
  readonly profiles: readonly ProfileView[];
  readonly onTakeOver: () => void;
  readonly onSignIn: OnSignIn;
  /** Asks for keys alone, before any certificate is there (S16). */
  readonly onKeys: (profile: ProfileView) => void;
};

/** The ways to begin at one authority, with what each needs, what has to be registered, and how that is done. */
export function AuthorityPart(props: Props) {
  const { authority, profiles, onSignIn } = props;
  const { t } = useTranslation();
  const { people, systems } = waysOf(profiles, authority);
  const [proposed] = people;
  return (
    <section className="block" aria-label={t(`authorities.${authority}.name`)}>
      <h2>{t(`authorities.${authority}.name`)}</h2>
      {authority === 'anaf' && proposed !== undefined && <BeginAtAnaf {...props} profile={proposed} />}
      {authority === 'skatteverket' && proposed !== undefined && <BeginAtSkatteverket {...props} profile={proposed} />}
      {proposed !== undefined && <Needs profile={proposed} />}
      {proposed !== undefined && <Callbacks profile={proposed} />}
      <HelpInPlace topic={registerTopics[authority]} level={2} />
      {people.slice(1).map((profile) => (
        <section key={profile.id} className="stack">
          <h3>{t(`profiles.${profile.id}.name`)}</h3>
          <Begin profile={profile} onSignIn={onSignIn} />
          <details className="quiet-details">
            <summary>{t('firstRun.need')}</summary>
            <div className="stack">
              <NeedList profile={profile} />
              <Callbacks profile={profile} />
            </div>
          </details>
        </section>
      ))}
      {systems.length > 0 && (
        <details className="quiet-details">
          <summary>{t('firstRun.systems')}</summary>
          <div className="stack">
            {systems.map((profile) => (
              <section key={profile.id} className="stack">
                <h3>{t(`profiles.${profile.id}.name`)}</h3>
                <Begin profile={profile} onSignIn={onSignIn} />
                <Needs profile={profile} />
              </section>
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

/** Tokens there are already come first: they need no certificate (R21). Then the certificate on a token, then a file (R11, R12). */
function BeginAtAnaf({ profile, isMain, onTakeOver, onSignIn }: Props & { readonly profile: ProfileView }) {
  const { t } = useTranslation();
  return (
    <ul className="ways">
      <li>
        <h3>{t('takeOver.firstRun.title')}</h3>
        <p className="hint">{t('takeOver.firstRun.text')}</p>
        <Button onPress={onTakeOver}>{t('takeOver.open')}</Button>
      </li>
      {profile.routes.includes('device-window') && (
        <li>
          <h3>{t('firstRun.begin.tokenTitle')}</h3>
          <p className="hint">{t('firstRun.begin.tokenNote')}</p>
          <Button look={isMain ? 'primary' : 'plain'} onPress={() => onSignIn(profile, { means: 'device-window' })}>
            {t('firstRun.begin.token')}
          </Button>
        </li>
      )}
      <li>
        <h3>{t('firstRun.begin.fileTitle')}</h3>
        <p className="hint">{t('firstRun.fileNote')}</p>
        <Button onPress={() => onSignIn(profile, { means: 'file' })}>{t('firstRun.begin.file')}</Button>
      </li>
    </ul>
  );
}

/** The file with its PIN, or whatever keys have come (S16). */
function BeginAtSkatteverket({ profile, isMain, onSignIn, onKeys }: Props & { readonly profile: ProfileView }) {
  const { t } = useTranslation();
  return (
    <ul className="ways">
      <li>
        <Button look={isMain ? 'primary' : 'plain'} onPress={() => onSignIn(profile, { means: 'file' })}>
          {t('firstRun.begin.organisation')}
        </Button>
      </li>
      <li>
        <Button onPress={() => onKeys(profile)}>{t('firstRun.begin.keys')}</Button>
        <p className="hint">{t('firstRun.begin.keysNote')}</p>
      </li>
    </ul>
  );
}

function Begin({ profile, onSignIn }: { readonly profile: ProfileView; readonly onSignIn: OnSignIn }) {
  const { t } = useTranslation();
  return (
    <div>
      <Button onPress={() => onSignIn(profile)}>{t(`profiles.${profile.id}.add`)}</Button>
    </div>
  );
}

function Needs({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTranslation();
  return (
    <div>
      <h3>{t('firstRun.need')}</h3>
      <NeedList profile={profile} />
    </div>
  );
}

function NeedList({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTranslation();
  return (
    <ul>
      {needs[profile.id].map((need: string) => (
        <li key={need}>{t(`firstRun.needs.${profile.id}.${need}` as never)}</li>
      ))}
    </ul>
  );
}
