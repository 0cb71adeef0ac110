import { describe, expect, it } from 'vitest';
import { done, entryOf, type Unended } from '../../electron/activity/noting.ts';
import { ActivityEntry, type ActivityRow } from '../../electron/contract/activity-entry.ts';
import { byDay } from '../../renderer/features/activity/by-day.ts';
import { actDetail, actSentence, failureTitle, resultSentence } from '../../renderer/features/activity/sentences.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { createSentences } from '../../renderer/i18n/setup.ts';

const { t } = createSentences('en', en);
type Option = (typeof ActivityEntry.options)[number];
const actsOf = ({ shape: { act } }: Option): readonly string[] => ('options' in act ? act.options : [...act.values]);
const acts = ActivityEntry.options.flatMap(actsOf);

const detail = {
  ...{ recipient: 'SAGA', means: 'file', accounts: 3, isAccepted: false, isAutomatic: true, method: 'GET' },
  ...{ host: 'api.anaf.ro', path: '/hello', status: 200, correlationId: null },
};

/** An entry of an act with just the fields it has. */
function entryFor(act: string, result: string): ActivityEntry {
  const common = { at: 0, who: 'person', profile: null, accountId: null, name: '', result, authorityError: null };
  const shape = ActivityEntry.options.find((option) => actsOf(option).includes(act))?.shape;
  const own = Object.entries(detail).filter(([key]) => shape !== undefined && key in shape);
  return ActivityEntry.parse({ ...common, act, ...Object.fromEntries(own) });
}

describe('the sentences of the activity log', () => {
  it.each(acts)('say what %s was, done and tried', (act) => {
    const said = ['ok', 'unexpected'].map((result) => actSentence(entryFor(act, result), t));
    expect(new Set(said).size).toBe(2);
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z0-9]((?!\{\{|activity\.).)+$/);
    expect(actDetail(entryFor(act, 'ok'), t) ?? '').not.toMatch(/\{\{|activity\./);
    expect(resultSentence(entryFor(act, 'ok'), t)).toMatch(/^[A-Z]((?!\{\{|activity\.).)+$/);
  });

  it('call it fetched where each token is got by signing in: nothing is renewed', () => {
    const said = (['refresh-token', 'sign-in'] as const).map((way) => actSentence(entryFor('renewal', 'ok'), t, way));
    expect(said).toEqual(['Token renewed', 'New access token fetched']);
  });

  it('have a title for every failure, with no value missing', () => {
    for (const code of Object.keys(en.failures))
      expect(failureTitle(code, t), code).toMatch(/^((?!\{\{|failures\.).)+$/);
    expect(failureTitle('of-an-older-program', t)).toBe('Failed: of-an-older-program');
  });

  it('say what the authority answered', () => {
    expect(resultSentence(entryFor('request', 'ok'), t)).toBe('Answered with status 200');
    expect(actDetail(entryFor('request', 'ok'), t)).toBe('GET api.anaf.ro/hello');
    const refused = { ...entryFor('renewal', 'authority-refused'), authorityError: 'invalid_grant' };
    expect(resultSentence(refused, t)).toBe(`${en.failures['authority-refused'].what} (invalid_grant)`);
  });

  it('stand under their day, gaps with what came before', () => {
    const renewal: Unended = { act: 'renewal', who: 'program', profile: null, accountId: null, name: '' };
    const entry = (number: number, at: number): ActivityRow => ({
      ...{ kind: 'entry', number, entry: entryOf({ ...renewal, ...done }, at) },
    });
    const gap: ActivityRow = { kind: 'gap', from: 2, to: 2 };
    const rows = [gap, entry(5, 50), entry(4, 50), gap, entry(1, 10)];
    expect(byDay(rows, String).map(({ day, rows: { length } }) => [day, length])).toEqual([
      [null, 1],
      ['50', 3],
      ['10', 1],
    ]);
  });
});
