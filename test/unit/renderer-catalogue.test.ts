import { describe, expect, it } from 'vitest';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import { createSentences } from '../../renderer/i18n/setup.ts';
import { en } from '../../renderer/i18n/en/index.ts';

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
    const { t } = createSentences('en');
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
