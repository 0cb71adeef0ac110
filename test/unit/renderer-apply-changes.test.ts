import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../renderer/state/apply-changes.ts';
import { accountView, certificateView, snapshotView } from '../fixtures/renderer-views.ts';

const before = snapshotView({
  vault: { state: 'opening' },
  profiles: [],
  certificates: { certificate: certificateView() },
  accounts: { one: accountView({ id: 'one' }), two: accountView({ id: 'two' }) },
});

describe('changes in the snapshot', () => {
  it('replaces one account and leaves everything else the very same object', () => {
    const value = accountView({ id: 'one', isRenewing: true });
    const after = applyChanges(before, [{ kind: 'accounts', id: 'one', value }]);
    expect(after.accounts['one']).toBe(value);
    expect(after.accounts['two']).toBe(before.accounts['two']);
    expect(after.certificates).toBe(before.certificates);
    expect(before.accounts['one']?.isRenewing).toBe(false);
  });

  it('takes away what is gone', () => {
    const after = applyChanges(before, [{ kind: 'accounts', id: 'one', value: null }]);
    expect(Object.keys(after.accounts)).toEqual(['two']);
  });

  it('applies changes in their order, so that the last one stands', () => {
    const after = applyChanges(before, [
      { kind: 'settings', value: { language: 'en', theme: 'dark', staysInTray: false, startsAtLogin: false } },
      { kind: 'settings', value: { language: 'en', theme: 'light', staysInTray: false, startsAtLogin: false } },
      { kind: 'vault', value: { state: 'ready', damaged: [] } },
      { kind: 'desktop', value: { hasTray: true, canStartAtLogin: true } },
    ]);
    expect(after.settings.theme).toBe('light');
    expect(after.desktop.hasTray).toBe(true);
    expect(after.vault.state).toBe('ready');
  });

  it('is not changed by a callback that nothing waits for', () => {
    expect(applyChanges(before, [{ kind: 'stray-callback' }])).toBe(before);
  });
});
