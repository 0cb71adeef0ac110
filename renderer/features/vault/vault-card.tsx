import type { ReactNode } from 'react';

/** What stands alone in the window while the sealed storage cannot be used. */
export function VaultCard(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="vault-page">
      <div className="vault-card">
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </main>
  );
}
