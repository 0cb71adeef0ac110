import { describe, expect, it } from 'vitest';
import { beginSentences, readCatalogue, readFirstParts } from '../../renderer/i18n/setup.ts';
import { Language } from '../../electron/contract/language.ts';

describe('the words that come first', () => {
  it.each(Language.options)('are part of the whole catalogue, in %s', async (language) => {
    const first = Object.entries(await readFirstParts(language));
    expect(first.length).toBeGreaterThan(0);
    const whole = await readCatalogue(language);
    for (const [name, part] of first) expect(whole).toHaveProperty(name, part);
    expect(Object.keys(whole).length).toBeGreaterThan(first.length);
  });

  it('are said at once, and the rest after it was read, once', async () => {
    let reads = 0;
    const { sentences, readRest } = beginSentences('en', { here: { word: 'now' } }, () => {
      reads += 1;
      return Promise.resolve({ here: { word: 'now' }, later: { word: 'then' } });
    });
    expect(sentences.t('here.word')).toBe('now');
    // Outside of drawing nothing can wait: a text that is not there is no key in its stead.
    expect(() => sentences.t('later.word')).toThrow();
    await Promise.all([readRest(), readRest()]);
    expect(sentences.t('later.word')).toBe('then');
    expect(sentences.t('never.word', { defaultValue: '' })).toBe('');
    expect(reads).toBe(1);
  });
});
