import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { loginProxy, onlyTo, waysTo } from '../../electron/desktop/device-proxies.ts';
import { direct } from '../../electron/network/ways.ts';

const [login, api] = ['https://login.example', 'https://login.example:8443'];

function asked(found: ReadonlyMap<string, string>, url: string): unknown {
  const script = Buffer.from(onlyTo(found).replace(/^[^,]*,/, ''), 'base64').toString();
  return runInContext(`${script}\nFindProxyForURL(${JSON.stringify(url)}, '')`, createContext({}));
}

describe('the way of a window with a device', () => {
  const found = new Map([
    [login, 'PROXY "; evil(); "; DIRECT'],
    [api, 'DIRECT'],
  ]);

  test.each([
    [`${login}/`, 'PROXY "; evil(); "; DIRECT'],
    [`${api}/`, 'DIRECT'],
    ['wss://login.example/', 'PROXY "; evil(); "; DIRECT'],
    ['https://login.example/path?query', 'PROXY "; evil(); "; DIRECT'],
  ])('to %s is what the system says', (url, way) => expect(asked(found, url)).toBe(way));

  test.each([
    'https://elsewhere.example/',
    'https://login.example:444/',
    'http://login.example/',
    'https://login.example.elsewhere.example/',
    'https://elsewhere.example/https://login.example/',
    'constructor',
    '__proto__',
  ])('to %s leads nowhere', (url) => expect(asked(found, url)).toBe('SOCKS5 127.0.0.1:9'));

  test('is asked of the system for each origin, and not for ever', async () => {
    const proxiesFor = (origin: string) => Promise.resolve(`PROXY ${new URL(origin).port || 'a'}:1`);
    const { signal } = new AbortController();
    expect([...(await waysTo([login, api], { ...direct, proxiesFor }, signal))]).toEqual([
      [login, 'PROXY a:1'],
      [api, 'PROXY 8443:1'],
    ]);
    const never = { ...direct, proxiesFor: () => new Promise<string>(() => undefined) };
    await expect(waysTo([login], never, AbortSignal.timeout(50))).rejects.toThrow('timeout');
  });
});

test('a login is for a proxy of the kind that the way names, and for none where it names two kinds', () => {
  const name = 'proxy.example:8080';
  expect(loginProxy(name, ['DIRECT', `HTTPS ${name}`])).toEqual({ kind: 'https', proxy: name });
  expect(loginProxy(name, [`PROXY ${name}`])).toEqual({ kind: 'http', proxy: name });
  expect(loginProxy(name, [`HTTPS ${name}`, `PROXY ${name}`])).toBeNull();
  expect(loginProxy(name, [`SOCKS5 ${name}`])).toBeNull();
  expect(loginProxy(name, ['PROXY other.example:8080'])).toBeNull();
});
