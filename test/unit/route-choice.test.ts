import { describe, expect, it } from 'vitest';
import { needsKey, routeFor } from '../../electron/accounts/route-choice.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { skatteverketOrg, skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import { certificateRecord } from '../fixtures/transfer-records.ts';

const imported = { ...certificateRecord('pem', 'aa'), key: { kept: true, keyPem: 'key' } as const };
const onDevice = { ...imported, key: { kept: 'on-device' } as const };

describe('ANAF', () => {
  it('proposes the device where no certificate is named, and the window for an imported one', () => {
    expect(routeFor(anaf, null, null)).toBe('device-window');
    expect(routeFor(anaf, null, imported)).toBe('window');
    expect(routeFor(anaf, null, onDevice)).toBe('device-window');
  });

  it('goes the way that is asked for, where the key can be had on it', () => {
    expect(routeFor(anaf, 'browser', imported)).toBe('browser');
    expect(routeFor(anaf, 'browser', onDevice)).toBe('browser');
    expect(routeFor(anaf, 'device-window', imported)).toBe('device-window');
    expect(routeFor(anaf, 'window', onDevice)).toBe('device-window');
    expect(routeFor(anaf, 'window', null)).toBe('device-window');
  });

  it('goes no way that its profile has not', () => {
    expect(routeFor(anaf, 'direct', imported)).toBe('window');
    expect(routeFor(anaf, 'client-credentials', null)).toBe('device-window');
  });
});

it('Skatteverket has no way with a device: its token endpoint wants the certificate too (S7)', () => {
  expect(skatteverketOrg.routes).not.toContain('device-window');
  expect(routeFor(skatteverketOrg, 'device-window', imported)).toBe(skatteverketOrg.routes[0]);
  expect(routeFor(skatteverketPer, 'device-window', null)).toBe('browser');
});

it('a key is needed here only where this process shows the certificate', () => {
  expect(needsKey(anaf, 'window')).toBe(true);
  expect(needsKey(anaf, 'device-window')).toBe(false);
  expect(needsKey(anaf, 'browser')).toBe(false);
  expect(needsKey(skatteverketOrg, 'direct')).toBe(true);
  expect(needsKey(skatteverketPer, 'browser')).toBe(false);
});
