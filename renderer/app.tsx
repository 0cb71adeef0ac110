import { useEffect, useSyncExternalStore } from 'react';
import { FilesLeftPlace } from './features/hand-over/files-left.tsx';
import { PracticeBanner } from './features/practice/practice-banner.tsx';
import { VaultPage } from './features/vault/vault-page.tsx';
import { useDesk, useSnapshot } from './state/context.ts';
import { Announcer } from './ui/announcer.tsx';
import { Workbench } from './workbench.tsx';

/** The window: empty until the first snapshot has come, which is a matter of milliseconds. */
export function App() {
  const { projection } = useDesk();
  const isHere = useSyncExternalStore(projection.subscribe, () => projection.get() !== null);
  return isHere ? <Window /> : null;
}

function Window() {
  const vault = useSnapshot((snapshot) => snapshot.vault);
  const mode = useSnapshot((snapshot) => snapshot.mode);
  const { theme, language } = useSnapshot((snapshot) => snapshot.settings);

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = language;
  }, [theme, language]);

  return (
    <Announcer>
      <div className={`window window-${mode}`}>
        {mode === 'practice' && <PracticeBanner />}
        {vault.state === 'ready' ? (
          <FilesLeftPlace>
            <Workbench />
          </FilesLeftPlace>
        ) : (
          <VaultPage vault={vault} />
        )}
      </div>
    </Announcer>
  );
}
