import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { expired, makeTestCa, startTestServer } from '../fixtures/test-servers.ts';
import { endingOf, wrongWithLater, type FaultProgram, type FaultWorld } from './fault-world.ts';
import type { Trial, Trials } from './renewal-fault.ts';

type Place = { readonly token: string; readonly caPem: string; readonly close: () => Promise<void> };

/** Faults below HTTP: the refresh token must not leave the machine at all. */
export async function wireTrials(world: FaultWorld): Promise<Trials> {
  const program = await world.openProgram('wire');
  const { ca, host } = world.authority;
  const strange = await makeTestCa();
  const tls = async (identity: { readonly key: string; readonly cert: string }): Promise<Place> => {
    const server = await startTestServer(identity, (_, response) => response.end('{}'));
    return { token: addressOf(host, server.port), caPem: ca.pem, close: () => server.close() };
  };
  const kinds: ReadonlyArray<readonly [string, () => Promise<Place>]> = [
    ['nobody listens', () => closedPort(host, ca.pem)],
    ['a certificate of a strange CA', async () => tls(await strange.server([host]))],
    ['a certificate past its end', async () => tls(await ca.server([host], expired))],
    ['a certificate of another host', async () => tls(await ca.server(['other.fault.localhost']))],
    ['plain HTTP where TLS should be', () => tcp(host, ca.pem, 'HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['the connection is closed at once', () => tcp(host, ca.pem, null)],
  ];
  return {
    trials: kinds.map(([kind, open]): Trial => ({ kind, run: () => wireTrial(program, open) })),
    notMeasured: ['a name that the resolver does not know: the question would leave the machine'],
  };
}

async function wireTrial(program: FaultProgram, open: () => Promise<Place>): Promise<string | null> {
  const id = await program.borrow();
  const spent = program.grant(id).refreshToken?.value;
  const place = await open();
  program.moveAuthority(place);
  const { code, wrong } = await endingOf(program.running().renew(id));
  program.moveAuthority(null);
  await place.close();
  if (wrong !== null) return wrong;
  if (code === null) return 'told as renewed';
  if (program.grant(id).refreshToken?.value !== spent) return 'the stored token changed';
  return (await program.wrongWith(id)) ?? wrongWithLater(program, id);
}

function addressOf(host: string, port: number): string {
  return `https://${host}:${port}/anaf-oauth2/v1/token`;
}

async function closedPort(host: string, caPem: string): Promise<Place> {
  const { token, close } = await tcp(host, caPem, null);
  await close();
  return { token, caPem, close: () => Promise.resolve() };
}

async function tcp(host: string, caPem: string, says: string | null): Promise<Place> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (says === null) socket.destroy();
    else socket.end(says);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    token: addressOf(host, (server.address() as AddressInfo).port),
    caPem,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
