import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { makeTestCa, startTestServer } from '../fixtures/test-servers.ts';

const run = promisify(execFile);

/** Says whether the server is trusted by the runtime's own roots, and by our context. */
const script = (port: number, context: string): string => `
  import { connect } from 'node:tls';
  import { secureContext } from ${JSON.stringify(context)};
  const trusts = (options) => new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: ${port}, servername: 'localhost', ...options });
    socket.once('secureConnect', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => resolve(false));
  });
  console.log(JSON.stringify([await trusts({}), await trusts({ secureContext: secureContext(null, null) })]));
`;

test('a CA that the environment names to the runtime vouches for nobody', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'taxpass-extra-roots-'));
  const ca = await makeTestCa();
  const server = await startTestServer({ ...(await ca.server(['localhost'])), ca: ca.pem }, (_seen, response) =>
    response.end(),
  );
  try {
    const [caFile, outfile] = [join(folder, 'ca.pem'), join(folder, 'ask.mjs')];
    await writeFile(caFile, ca.pem);
    const context = join(process.cwd(), 'electron/network/secure-context.ts');
    const contents = script(server.port, context);
    await build({
      stdin: { contents, resolveDir: process.cwd() },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'error',
    });
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_EXTRA_CA_CERTS: caFile };
    const { stdout } = await run(process.execPath, [outfile], { env });
    expect(JSON.parse(stdout)).toEqual([true, false]);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
