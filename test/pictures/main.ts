import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Language } from '../../electron/contract/language.ts';
import { takePictures } from './take-pictures.ts';

const option = { type: 'string' } as const;
const { values } = parseArgs({ options: { out: option, language: option, only: option } });
const chosen = Language.safeParse(values.language);
if (values.out === undefined || (values.language !== undefined && !chosen.success)) {
  console.error('usage: npm run pictures -- --out DIR [--language en|ro|sv] [--only SCREEN,SCREEN]');
  process.exitCode = 2;
} else {
  const languages = chosen.success ? [chosen.data] : Language.options;
  const missing = await takePictures(resolve(values.out), languages, values.only?.split(',') ?? null);
  process.exitCode = missing === 0 ? 0 : 1;
}
