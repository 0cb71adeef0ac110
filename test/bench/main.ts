import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runBench } from './run-bench.ts';

const option = { type: 'string' } as const;
const { values } = parseArgs({ options: { out: option, only: option }, strict: false });
if (typeof values.out !== 'string') {
  console.error('usage: npm run bench -- --out FILE [--only NAME,NAME]');
  process.exitCode = 2;
} else {
  const only = typeof values.only === 'string' ? values.only.split(',') : null;
  process.exitCode = (await runBench(resolve(values.out), only)) ? 0 : 1;
}
