import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';

const AnnounceContext = createContext<(text: string | null) => void>(() => undefined);

/**
 * Says a result once, read out by screen readers and shown for a while at the foot of the window, in two lines at most:
 * what is longer ends in an ellipsis, so names and addresses in it come from `shortName`. Dialogs end above it; of a page
 * it covers the foot, which can be pressed through it, and the page scrolled past it. Null takes it away.
 */
export function useAnnounce(): (text: string | null) => void {
  return useContext(AnnounceContext);
}

const SHOWN_MS = 9000;

/** Holds the place where results are said. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ readonly text: string; readonly number: number } | null>(null);
  const announce = useCallback(
    (text: string | null) => setSaid((before) => (text === null ? null : { text, number: (before?.number ?? 0) + 1 })),
    [],
  );

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div className="announcer" role="status" data-live-announcer="true">
        {said !== null && (
          <p key={said.number} className="announcement" title={said.text}>
            {said.text}
          </p>
        )}
      </div>
    </AnnounceContext.Provider>
  );
}
