import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { startPractice } from './practice.ts';
import type { RunningPractice } from './practice.ts';
import { whenParentIsGone } from './parent-watch.ts';
import { writeFileAtomically } from './state-file.ts';
import { switchesChangeSchema } from './switches.ts';

/**
 * The practice process: `practice.js --folder DIR [--switches JSON]`. Prints one JSON line when every server listens;
 * the same line lies in
 * `DIR/control.json`. Ends on SIGTERM and when its parent is gone.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { folder: { type: 'string' }, switches: { type: 'string' } } });
  if (values.folder === undefined || values.folder === '') throw new Error('--folder DIR is needed');
  let running: RunningPractice | null = null;
  const end = () => {
    const closed = running?.close() ?? Promise.resolve();
    void closed.finally(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  whenParentIsGone(end);
  running = await startPractice({
    folder: resolve(values.folder),
    switches: switchesChangeSchema.parse(JSON.parse(values.switches ?? '{}')),
    now: Date.now,
  });
  const ready = JSON.stringify(running.readyLine);
  // For somebody who did not start this process but owns its folder: a tour asks what reached the authorities.
  writeFileAtomically(join(resolve(values.folder), 'control.json'), ready);
  process.stdout.write(`${ready}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`practice: ${error instanceof Error ? error.message : 'could not start'}\n`);
  process.exit(1);
});
