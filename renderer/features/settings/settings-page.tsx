import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { SettingsView } from '../../../electron/contract/settings-view.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Choice, RadioChoice } from '../../ui/fields.tsx';
import { BackgroundSection } from '../notices/background-section.tsx';
import { TransferSection } from '../transfer/transfer-section.tsx';
import { ProtectionSection } from '../vault/protection-section.tsx';
import { NetworkSection } from './network-section.tsx';

const themes: ReadonlyArray<SettingsView['theme']> = ['system', 'light', 'dark'];
const languages: ReadonlyArray<SettingsView['language']> = ['en', 'ro', 'sv'];

export function SettingsPage() {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const settings = useSnapshot((snapshot) => snapshot.settings);
  const version = useSnapshot((snapshot) => snapshot.version);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function change(part: Partial<SettingsView>): Promise<void> {
    const answer = await bridge.call('settings.change', part);
    setFailure(answer.ok ? null : answer.failure);
  }

  return (
    <div className="page">
      <h1>{t('settings.heading')}</h1>
      <div className="stack settings">
        <RadioChoice
          legend={t('settings.theme')}
          value={settings.theme}
          options={themes.map((value) => ({ value, text: t(`settings.themes.${value}`) }))}
          onChange={(theme) => void change({ theme })}
        />
        <Choice
          label={t('settings.language')}
          value={settings.language}
          options={languages.map((value) => ({ value, text: t(`settings.languages.${value}`) }))}
          onChange={(language) => void change({ language })}
        />
        {failure !== null && <FailureNote failure={failure} />}
      </div>
      <BackgroundSection onChange={(part) => void change(part)} />
      <ProtectionSection />
      <NetworkSection />
      <TransferSection />
      <p className="hint">{t('settings.version', { version })}</p>
    </div>
  );
}
