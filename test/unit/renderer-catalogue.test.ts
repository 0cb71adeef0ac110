import { describe, expect, it } from 'vitest';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import { createSentences } from '../../renderer/i18n/setup.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { ro } from '../../renderer/i18n/ro/index.ts';

describe('the English catalogue', () => {
  it.each(realProfiles.map((profile) => [profile.id, profile] as const))(
    'explains every error row of %s',
    (_id, profile) => {
      const named = profile.errorRows.map(({ explanation }) => explanation);
      expect(named.filter((key) => !Object.hasOwn(en.explanations, key))).toEqual([]);
      expect(named.length).toBeGreaterThan(0);
    },
  );

  it.each(realProfiles.map((profile) => [profile.id, profile] as const))('names every preset of %s', (_id, profile) => {
    expect(profile.presets.filter(({ id }) => !Object.hasOwn(en.requests.presets, id))).toEqual([]);
  });

  it('leaves no value unfilled where a profile’s words take one', () => {
    const { t } = createSentences('en', en);
    for (const { id } of realProfiles) {
      expect(t(`profiles.${id}.running`, { holder: 'POPESCU ANA' })).not.toContain('{{');
      expect(t(`profiles.${id}.remove`, { holder: 'POPESCU ANA' })).not.toContain('{{');
      expect(t(`profiles.${id}.application.redirectUriNumber`, { number: 2 })).toMatch(/ 2$/);
    }
  });

  it('keeps the names by which the sign-ins are found', () => {
    expect(realProfiles.map(({ id }) => en.profiles[id].add)).toEqual([
      'Sign in at ANAF…',
      'Sign in at Skatteverket…',
      'Sign in at Skatteverket with e-ID…',
      'Fetch a token from Skatteverket as a system, with the organisation certificate…',
      'Fetch a token from Skatteverket as a system…',
    ]);
  });
});

it('puts a number of days as Romanian does', () => {
  const { t } = createSentences('ro', ro);
  const remind = [30, 14, 1].map((count) => t('notices.act.nextThreshold', { count }));
  expect(remind).toEqual([
    'Amintește-mi cu 30 de zile înainte',
    'Amintește-mi cu 14 zile înainte',
    'Amintește-mi cu o zi înainte',
  ]);
  const short = [1, 5, 20].map((count) => t('vault.passphrase.short', { count, minimum: 24 }).split(';')[0]);
  expect(short).toEqual(['Are un singur caracter', 'Are 5 caractere', 'Are 20 de caractere']);
});
