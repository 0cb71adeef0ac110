import { useTranslation } from 'react-i18next';
import { CopyAddress } from '../applications/redirect-uri-copy.tsx';

/** How the installed program is started in practice mode, by system. */
const starts = {
  windows: 'Taxpass.exe --practice',
  mac: 'open -n -a Taxpass --args --practice',
  linux: 'taxpass --practice',
} as const;

/** The way to the practice authorities from the real program: another start of it, beside this one. */
export function PractiseFirst() {
  const { t } = useTranslation();
  const { userAgent } = navigator;
  const system = userAgent.includes('Windows') ? 'windows' : userAgent.includes('Macintosh') ? 'mac' : 'linux';
  return (
    <section className="block" aria-label={t('firstRun.practise.heading')}>
      <h2>{t('firstRun.practise.heading')}</h2>
      <p className="hint">{t('firstRun.practise.text')}</p>
      <div className="callback">
        <span className="code selectable">{starts[system]}</span>
        <CopyAddress address={starts[system]} />
      </div>
      <p className="hint">{t(`firstRun.practise.${system}`)}</p>
    </section>
  );
}
