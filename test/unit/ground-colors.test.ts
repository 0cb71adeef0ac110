import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { groundColors } from '../../electron/desktop/ground-colors.ts';

test('a window opens in the very colour that its page has, in either theme', () => {
  const [, light, dark] =
    /--ground: light-dark\((#\w+), (#\w+)\)/.exec(readFileSync('renderer/ui/tokens.css', 'utf8')) ?? [];
  expect({ light, dark }).toEqual(groundColors);
});
