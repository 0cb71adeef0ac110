import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { takeTour } from './tour.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
if (values.out === undefined) {
  console.error('usage: npm run tour -- --out DIR');
  process.exitCode = 2;
} else {
  process.exitCode = (await takeTour(resolve(values.out))) ? 0 : 1;
}
