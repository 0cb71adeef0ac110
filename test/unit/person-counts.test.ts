import { expect, test } from 'vitest';
import { mayBeOne, personNamed, type Person } from '../../electron/accounts/person.ts';
import { sumsBySamePerson } from '../../electron/accounts/person-counts.ts';

/** Numbers that repeat from run to run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test.each([
  ['800101-1234', '8001011234'],
  ['19800101-1234', '8001011234'],
  ['800101–1234', '8001011234'],
  ['800101\u00a01234', '8001011234'],
  ['PNOSE-198001611234', '8001611234'],
  ['18991231+1234', '9912311234'],
  ['556026-9986', null],
  ['165560269986', null],
  ['168001011234', null],
  ['800001-1234', null],
  ['801301-1234', null],
  ['800132-1234', null],
  ['800192-1234', null],
  ['800160-1234', null],
  ['1800101-1234', null],
])('the personal number in %s is %s', (text, number) => {
  expect(personNamed(text).number).toBe(number);
  expect(personNamed(`Anna ${text}`).number).toBe(number);
});

test('an organisation’s number names nobody', () => {
  expect(personNamed('556026-9986')).toEqual({ number: null, words: [] });
  expect(personNamed('Anna 556026-9986, 800101-1234')).toEqual({ number: '8001011234', words: ['anna'] });
});

test('the sums are those of asking everybody whether they may be one person', () => {
  const next = numbers(7);
  const texts = ['anna', 'maria', 'a', 'm', 'öberg', 'ö', 'bo', 'berg', 'b', 'person', '1', '12', '𝒳', ''];
  const one = (): Person => {
    const words = Array.from({ length: next(4) }, () => texts[next(texts.length)]);
    const number = next(3) === 0 ? `800101-123${next(3)}` : '';
    return personNamed([...words, number].join(' '));
  };
  const isNamed = ({ number, words }: Person) => number !== null || words.length > 0;
  for (let round = 0; round < 300; round += 1) {
    const persons = new Map(Array.from({ length: next(20) }, one).map((each) => [JSON.stringify(each), each]));
    const entries = [...persons.values()].filter(isNamed).map((person) => ({ person, count: 1 + next(1e6) }));
    const sumOf = sumsBySamePerson(entries);
    for (const person of [...entries.map((entry) => entry.person), ...Array.from({ length: 5 }, one).filter(isNamed)]) {
      const alike = entries.filter((other) => mayBeOne(person, other.person));
      expect(sumOf(person), JSON.stringify([person, entries])).toBe(alike.reduce((sum, { count }) => sum + count, 0));
    }
  }
});

test.each<[string, (index: number) => string]>([
  ['two words of their own', (index) => `Person${index} Nam${index}son`],
  ['one word of their own', (index) => `Person ${index} Öberg`],
  ['numbers and one name', (index) => `Anna Öberg 8001${10 + (index % 20)}${String(index).padStart(6, '0').slice(-4)}`],
  ['numbers alone', (index) => `8001${10 + (index % 20)}${String(index).padStart(6, '0').slice(-4)}`],
])('the sums of 20,000 with %s take time in proportion: by asking each of each, minutes', (_name, nameOf) => {
  const entries = Array.from({ length: 20_000 }, (_, index) => ({ person: personNamed(nameOf(index)), count: 1 }));
  const started = performance.now();
  const sumOf = sumsBySamePerson([...entries, { person: personNamed('Bo Berg'), count: 1 }]);
  for (const { person } of entries) sumOf(person);
  expect(performance.now() - started).toBeLessThan(5_000);
});
