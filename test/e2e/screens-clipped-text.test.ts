import { expect } from 'playwright/test';
import { clippedText, expectNoClippedText } from '../fixtures/clipped-text.ts';
import { test } from '../fixtures/window-test.ts';

// What `screens.test.ts` asks of every screen has to be able to say no.

/** Each a way to lose text, put on the page as it should not be; `says` is what is to be found. */
const faults = [
  { css: 'width: 60px; overflow: hidden; white-space: nowrap', says: 'cut off' },
  { css: 'width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis', says: 'cut off' },
  { css: 'height: 14px; width: 60px; overflow: clip', says: 'cut off' },
  { css: 'position: absolute; left: 95vw; white-space: nowrap', says: 'beyond the edge' },
  { css: 'position: absolute; left: 10px; top: 300px', twice: true, says: 'over another' },
] as const;

test('text that is cut off, beyond the edge or under another is found, and nothing else is', async ({ running }) => {
  const { window } = running;
  await window.getByRole('main').waitFor();
  await window.waitForLoadState('networkidle');
  await expectNoClippedText(window);
  for (const { css, says, ...more } of faults) {
    const count = 'twice' in more ? 2 : 1;
    await window.evaluate(
      ({ style, times }) => {
        for (let index = 0; index < times; index += 1) {
          const box = document.createElement('div');
          box.className = 'fault';
          box.style.cssText = style;
          const text = document.createElement('span');
          text.textContent = 'a sentence that is longer than its place';
          box.append(text);
          document.body.prepend(box);
        }
      },
      { style: css, times: count },
    );
    expect(await clippedText(window), css).toEqual(expect.arrayContaining([expect.stringContaining(says)]));
    // The whole as a title: it can be read after all.
    if (says === 'cut off') {
      await window.evaluate(() => {
        for (const box of document.querySelectorAll('.fault')) box.setAttribute('title', box.textContent);
      });
      expect(await clippedText(window), css).toEqual([]);
    }
    await window.evaluate(() => {
      for (const box of document.querySelectorAll('.fault')) box.remove();
    });
  }
});
