import { prepare } from './prepare.mjs';
import { log, runScript } from './run-script.mjs';

await runScript(async () => {
  const { path } = await prepare({ log });
  process.stdout.write(`${path}\n`);
});
