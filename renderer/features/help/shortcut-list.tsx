import { useTranslation } from '../../i18n/use-translation.ts';
import { keysShown, shortcuts } from './shortcuts.ts';

/** Every shortcut, with what it does. */
export function ShortcutList() {
  const { t } = useTranslation();
  const isMac = navigator.userAgent.includes('Macintosh');
  return (
    <dl className="help-terms">
      {shortcuts.map(({ keys, text }) => (
        <div key={keys.join(' ')}>
          <dt>
            {keysShown(keys, isMac, t('help.click')).map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(`help.shortcuts.${text}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
