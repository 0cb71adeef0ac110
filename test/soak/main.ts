import { resolve } from 'node:path';
import { runSoak } from './run-soak.ts';
import { soakOptions } from './soak-options.ts';

const options = soakOptions(process.argv.slice(2));
if (options === null) {
  console.error('usage: npm run soak -- --out FILE [--minutes N] [--seed N] [--only NAME,NAME]');
  process.exitCode = 2;
} else {
  process.exitCode = (await runSoak({ ...options, out: resolve(options.out) })) ? 0 : 1;
}
