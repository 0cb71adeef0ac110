import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClipboardCopy, type ClipboardCopy } from '../../electron/handover/clipboard-copy.ts';

let content: string;
let cleared: number;
let changes: number;
let copy: ClipboardCopy;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  [content, cleared, changes] = ['what was there', 0, 0];
  copy = createClipboardCopy({
    clipboard: {
      writeSecret: (text) => {
        content = text;
        return Promise.resolve();
      },
      readText: () => Promise.resolve(content),
      clear: () => {
        content = '';
        cleared += 1;
      },
    },
    now: () => Date.now(),
    onChange: () => (changes += 1),
  });
});
afterEach(() => void vi.useRealTimers());

test('a token is taken away after a minute, and everybody is told at both ends', async () => {
  await copy.put('account', 'Invoices', 'token');
  expect(content).toBe('token');
  expect(copy.view()).toEqual({ accountId: 'account', recipientName: 'Invoices', clearsAt: 1_060_000 });
  await vi.advanceTimersByTimeAsync(59_000);
  expect(content).toBe('token');
  await vi.advanceTimersByTimeAsync(1000);
  expect(content).toBe('');
  expect(copy.view()).toBeNull();
  expect(changes).toBe(2);
});

test('what somebody else copied meanwhile is left alone', async () => {
  await copy.put('account', 'Invoices', 'token');
  content = 'a phone number';
  await vi.advanceTimersByTimeAsync(61_000);
  expect(content).toBe('a phone number');
  expect(cleared).toBe(0);
  expect(copy.view()).toBeNull();
});

test('each extension adds a minute', async () => {
  await copy.put('account', 'Invoices', 'token');
  copy.keepLonger();
  copy.keepLonger();
  expect(copy.view()?.clearsAt).toBe(1_180_000);
  await vi.advanceTimersByTimeAsync(179_000);
  expect(content).toBe('token');
  await vi.advanceTimersByTimeAsync(1000);
  expect(content).toBe('');
});

test('no number of extensions reaches further than five minutes from now', async () => {
  await copy.put('account', 'Invoices', 'token');
  for (let count = 0; count < 1000; count += 1) copy.keepLonger();
  expect(copy.view()?.clearsAt).toBe(1_300_000);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(content).toBe('');
});

test('cleared at once on demand, as when the program ends; a second time does nothing', async () => {
  await copy.put('account', 'Invoices', 'token');
  await copy.clear();
  expect(content).toBe('');
  content = 'token';
  await copy.clear();
  expect(cleared).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('a second token starts its own minute', async () => {
  await copy.put('account', 'Invoices', 'token');
  await vi.advanceTimersByTimeAsync(40_000);
  await copy.put('account', 'Payroll', 'other token');
  await vi.advanceTimersByTimeAsync(40_000);
  expect(content).toBe('other token');
  expect(copy.view()?.recipientName).toBe('Payroll');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(content).toBe('');
});

test('a token that is copied while the one before is being cleared stays', async () => {
  await copy.put('account', 'Invoices', 'token');
  const clearing = copy.clear();
  await copy.put('account', 'Payroll', 'other token');
  await clearing;
  expect(content).toBe('other token');
  expect(copy.view()?.recipientName).toBe('Payroll');
});

test('after a sleep, or with the clock set back, it is gone at the first look', async () => {
  await copy.put('account', 'Invoices', 'token');
  vi.setSystemTime(1_000_000 + 8 * 3_600_000);
  await vi.advanceTimersByTimeAsync(500);
  expect(content).toBe('');
  vi.setSystemTime(1_000_000);
  await copy.put('account', 'Invoices', 'token');
  vi.setSystemTime(400_000);
  await vi.advanceTimersByTimeAsync(500);
  expect(content).toBe('');
});
