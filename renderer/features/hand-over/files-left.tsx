import { createContext, lazy, Suspense, useContext, useState, type ReactNode } from 'react';

const FilesLeftDialog = lazy(async () => ({ default: (await import('./files-left-dialog.tsx')).FilesLeftDialog }));

const ShowContext = createContext<(paths: readonly string[]) => void>(() => undefined);

/** Names token files that were left after their account was removed, until somebody closes it: its page is gone by then. */
export function useShowFilesLeft(): (paths: readonly string[]) => void {
  return useContext(ShowContext);
}

/** Holds the dialog of {@link useShowFilesLeft}. */
export function FilesLeftPlace({ children }: { readonly children: ReactNode }) {
  const [paths, setPaths] = useState<readonly string[]>([]);
  const close = (): void => setPaths([]);
  return (
    <ShowContext.Provider value={setPaths}>
      {children}
      {paths.length > 0 && (
        <Suspense>
          <FilesLeftDialog paths={paths} onClose={close} />
        </Suspense>
      )}
    </ShowContext.Provider>
  );
}
