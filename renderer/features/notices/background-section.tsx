import { useTranslation } from '../../i18n/use-translation.ts';
import type { SettingsView } from '../../../electron/contract/settings-view.ts';
import { useSnapshot } from '../../state/context.ts';
import { Checkbox } from '../../ui/fields.tsx';
import './notices.css';

/** What the program does while its window is closed. */
export function BackgroundSection({ onChange }: { readonly onChange: (part: Partial<SettingsView>) => void }) {
  const { t } = useTranslation();
  const { staysInTray, startsAtLogin } = useSnapshot((snapshot) => snapshot.settings);
  const { hasTray, canStartAtLogin } = useSnapshot((snapshot) => snapshot.desktop);
  return (
    <section className="background" aria-labelledby="background-heading">
      <h2 id="background-heading">{t('notices.settings.heading')}</h2>
      {hasTray ? (
        <Checkbox
          label={t('notices.settings.staysInTray')}
          hint={t('notices.settings.endsWithWindow')}
          isSelected={staysInTray}
          onChange={(on) => onChange({ staysInTray: on })}
        />
      ) : (
        <p className="lead">{t('notices.settings.noTray')}</p>
      )}
      {canStartAtLogin ? (
        <Checkbox
          label={t('notices.settings.startsAtLogin')}
          isSelected={startsAtLogin}
          onChange={(on) => onChange({ startsAtLogin: on })}
        />
      ) : (
        <p className="hint">{t('notices.settings.notInstalled')}</p>
      )}
    </section>
  );
}
