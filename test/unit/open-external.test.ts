import { beforeEach, expect, test, vi } from 'vitest';
import { openExternal } from '../../electron/desktop/open-external.ts';

const { open } = vi.hoisted(() => ({ open: vi.fn<(address: string) => Promise<void>>() }));
vi.mock('electron', () => ({ shell: { openExternal: open } }));

const firstPage = 'https://localhost:9002/one-time-path';
const may = { origins: ['https://logincert.anaf.ro'], isFirstPage: (address: string) => address === firstPage };

beforeEach(() => {
  open.mockReset();
  open.mockResolvedValue(undefined);
});

test.each(['https://logincert.anaf.ro/anaf-oauth2/v1/authorize?state=s', firstPage])('opens %s', async (address) => {
  await openExternal(new URL(address), may);
  expect(open.mock.calls).toEqual([[address]]);
});

test.each([
  'https://localhost:9002/callback',
  `${firstPage}?a=b`,
  `${firstPage}/..`,
  'https://localhost:9002/',
  'https://logincert.anaf.ro:444/',
  'https://logincert.anaf.ro.evil.example/',
  'https://user@evil.example/',
  'http://logincert.anaf.ro/',
  'file:///etc/passwd',
])('opens nothing else: %s', async (address) => {
  await expect(openExternal(new URL(address), may)).rejects.toThrow('not to be opened');
  expect(open).not.toHaveBeenCalled();
});

test('never without https, even where it is called a first page', async () => {
  const all = { origins: ['null'], isFirstPage: () => true };
  await expect(openExternal(new URL('file:///etc/passwd'), all)).rejects.toThrow('not to be opened');
  expect(open).not.toHaveBeenCalled();
});

test('a system without a browser is said', async () => {
  open.mockRejectedValue(new Error('no handler'));
  await expect(openExternal(new URL(firstPage), may)).rejects.toMatchObject({
    failure: { code: 'browser-not-opened' },
  });
});
