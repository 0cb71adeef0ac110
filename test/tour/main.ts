import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { takeTour } from './tour.ts';

const { values } = parseArgs({ options: { out: { type: 'string' }, authorities: { type: 'string' } } });
if (values.out === undefined) {
  console.error('usage: npm run tour -- --out DIR [--authorities FILE]');
  process.exitCode = 2;
} else {
  const authorities = values.authorities === undefined ? null : resolve(values.authorities);
  process.exitCode = (await takeTour(resolve(values.out), authorities)) ? 0 : 1;
}
