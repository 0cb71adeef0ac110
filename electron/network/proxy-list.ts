import { isIPv6 } from 'node:net';

/** One way to a server. */
export type ProxyChoice =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'http' | 'https' | 'socks5';
      /** Without the brackets of an IPv6 address. */
      readonly hostname: string;
      readonly port: number;
      /** `host:port`, by which it is named and its login is kept. */
      readonly proxy: string;
    }
  /** A kind that is not spoken here, by its own name. */
  | { readonly kind: 'unsupported'; readonly name: string; readonly proxy: string };

const kinds: Readonly<Record<string, { readonly kind: 'http' | 'https' | 'socks5'; readonly port: number }>> = {
  PROXY: { kind: 'http', port: 80 },
  HTTP: { kind: 'http', port: 80 },
  HTTPS: { kind: 'https', port: 443 },
  SOCKS5: { kind: 'socks5', port: 1080 },
};

/**
 * Reads what a PAC script answers, in its order: `PROXY a:8080; SOCKS5 b:1080; DIRECT`. An entry that makes no sense is
 * passed over, and where none is left the way is direct, as in browsers. `SOCKS` alone is version 4 there.
 */
export function readProxyList(answer: string): readonly ProxyChoice[] {
  const choices = answer.split(';').flatMap((entry): ProxyChoice[] => {
    const [word = '', address = '', ...rest] = entry.trim().split(/\s+/);
    const name = word.toUpperCase();
    if (name === 'DIRECT') return [{ kind: 'direct' }];
    if (address === '' || rest.length > 0) return [];
    const known = kinds[name];
    if (!known) return [{ kind: 'unsupported', name, proxy: address }];
    const place = readAddress(address, known.port);
    return place === null ? [] : [{ kind: known.kind, ...place }];
  });
  return choices.length === 0 ? [{ kind: 'direct' }] : choices;
}

function readAddress(
  address: string,
  usualPort: number,
): { readonly hostname: string; readonly port: number; readonly proxy: string } | null {
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:/@[\]]+))(?::(\d{1,5}))?$/.exec(address) ?? [];
  const hostname = (bracketed ?? plain)?.toLowerCase();
  const port = digits === undefined ? usualPort : Number(digits);
  if (hostname === undefined || port < 1 || port > 65_535) return null;
  if (bracketed !== undefined && !isIPv6(hostname)) return null;
  return { hostname, port, proxy: bracketed === undefined ? `${hostname}:${port}` : `[${hostname}]:${port}` };
}
