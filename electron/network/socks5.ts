import type { Socket } from 'node:net';

const VERSION = 5;
const NO_LOGIN = 0;
const NO_METHOD = 0xff;
const CONNECT = 1;
const addressLengths: Readonly<Record<number, number>> = { 1: 4, 4: 16 };

/** How a SOCKS proxy answered; `status` is its reply code (RFC 1928, section 6), 0 for yes. */
export type Socks5Answer = { readonly wantsLogin: boolean; readonly status: number };

/**
 * Asks a SOCKS 5 proxy (RFC 1928) for a connection; names are left to it to look up. Without a login: browsers have none
 * for SOCKS either.
 * @throws Error where it does not speak SOCKS 5, or ends the connection
 */
export async function askSocks5(socket: Socket, hostname: string, port: number): Promise<Socks5Answer> {
  const read = reader(socket);
  socket.write(Buffer.from([VERSION, 1, NO_LOGIN]));
  const [version, method] = await read(2);
  if (version !== VERSION) throw new Error('not a SOCKS 5 proxy');
  if (method === NO_METHOD) return { wantsLogin: true, status: 0 };
  if (method !== NO_LOGIN) throw new Error('a SOCKS login that was not offered');

  const name = Buffer.from(hostname, 'latin1');
  const target = Buffer.alloc(2);
  target.writeUInt16BE(port);
  socket.write(Buffer.concat([Buffer.from([VERSION, CONNECT, 0, 3, name.length]), name, target]));
  const [replied, status = 1, , kind = 0] = await read(4);
  if (replied !== VERSION) throw new Error('not a SOCKS 5 proxy');
  if (status !== 0) return { wantsLogin: false, status };
  // Where it connected from: of no use, but it stands before the first byte of the server.
  const length = kind === 3 ? ((await read(1))[0] ?? 0) : addressLengths[kind];
  if (length === undefined) throw new Error('a SOCKS address of no known kind');
  await read(length + 2);
  return { wantsLogin: false, status };
}

/** Reads exactly so many bytes. What comes beyond them is kept for the next call. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  let kept = Buffer.alloc(0);
  return async (length) => {
    while (kept.length < length) kept = Buffer.concat([kept, await nextChunk(socket)]);
    const bytes = kept.subarray(0, length);
    kept = kept.subarray(length);
    return bytes;
  };
}

/** What comes next; afterwards the socket is paused again, so that nothing is lost meanwhile. */
function nextChunk(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      socket.pause();
      socket.off('data', take).off('end', giveUp).off('close', giveUp);
    };
    const take = (chunk: Buffer): void => {
      stop();
      resolve(chunk);
    };
    const giveUp = (): void => {
      stop();
      reject(socket.errored ?? new Error('the SOCKS proxy hung up'));
    };
    socket.on('data', take).on('end', giveUp).on('close', giveUp);
    if (socket.destroyed) giveUp();
    else socket.resume();
  });
}
