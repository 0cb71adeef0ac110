import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { FilesLeftPlace } from './features/hand-over/files-left.tsx';
import { PracticeBanner } from './features/practice/practice-banner.tsx';
import { useDesk, useSnapshot } from './state/context.ts';
import { Announcer } from './ui/announcer.tsx';
import { Workbench } from './workbench.tsx';

/** Most starts open the vault by themselves and never show it. */
const VaultPage = lazy(async () => ({ default: (await import('./features/vault/vault-page.tsx')).VaultPage }));

/** The window: empty until the first snapshot has come, which is a matter of milliseconds. */
export function App() {
  const { projection } = useDesk();
  const isHere = useSyncExternalStore(projection.subscribe, () => projection.get() !== null);
  return isHere ? <Window /> : null;
}

function Window() {
  const vault = useSnapshot((snapshot) => snapshot.vault);
  const mode = useSnapshot((snapshot) => snapshot.mode);
  const { theme } = useSnapshot((snapshot) => snapshot.settings);

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <Announcer>
      <div className={`window window-${mode}`}>
        {mode === 'practice' && <PracticeBanner />}
        {vault.state === 'ready' ? (
          <FilesLeftPlace>
            <Workbench />
          </FilesLeftPlace>
        ) : (
          <Suspense>
            <VaultPage vault={vault} />
          </Suspense>
        )}
      </div>
    </Announcer>
  );
}
