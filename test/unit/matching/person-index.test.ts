import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, wordsOf } from '@shared/matching/fold';
import { PersonIndex } from '@shared/matching/person-index';
import { enoughToSearch } from '@shared/matching/query';
import { searchKeys } from '@shared/matching/search-keys';
import type { Searchable } from '@shared/matching/search-keys';

const nobody: Searchable = {
  family: '',
  given: '',
  native: '',
  full: '',
  institution: '',
  emails: [],
  partyNames: [],
  partyCodes: [],
  badge: null,
};

const bulgaria = {
  partyNames: ['Bulgaria', 'Bulgarie', 'Болгария', '保加利亚'],
  partyCodes: ['BGR', 'BG'],
};
const people: Record<string, Partial<Searchable>> = {
  petrov: { family: 'Petrov', given: 'Ivan', native: 'Иван Петров', ...bulgaria, badge: '4711' },
  petrova: { family: 'Petrova', given: 'Ivana', emails: ['i.petrova@example.org'] },
  ivanov: { family: 'Ivanov', given: 'Petar', ...bulgaria },
  arc: { family: "d'Arc", given: 'Jeanne', institution: 'Ministry of Petroleum' },
  rashid: { family: 'Al-Rashid', given: 'Khalid' },
  rashid2: { family: 'Alrashid', given: 'Mona' },
  mohammed: { full: 'محمد أحمد' },
  sergey: { family: 'Сергеев', given: 'Юрий' },
  muller: { family: 'Müller', given: 'Jürgen' },
  oster: { family: 'Østergård', given: 'Søren' },
  yilmaz: { family: 'Yılmaz', given: 'Ayşe' },
  wang: { family: '王', given: '小明', full: '王小明' },
  li: { family: 'Li', given: 'Wei' },
  lindqvist: { family: 'Lindqvist', given: 'Åsa' },
  berg: { family: 'van der Berg', given: 'Jean-Pierre' },
  papa: { family: 'Παπαδόπουλος', given: 'Νίκος' },
  single: { full: 'Suharto' },
};

const entry = (id: string, expected = true) => ({
  id,
  expected,
  keys: searchKeys({ ...nobody, ...people[id] }),
});
const index = new PersonIndex(Object.keys(people).map((id) => entry(id)));
const ids = (query: string, limit = 20) => index.search(query, limit).map(({ id }) => id);

describe('search keys', () => {
  it('are folded tokens after a space each, in four sections', () => {
    const keys = searchKeys({
      ...nobody,
      family: "O'Neill-Smith",
      given: 'Ann',
      institution: 'Ministry of the Interior',
      emails: ['Ann.Smith@example.org'],
      partyNames: ['Ireland'],
      partyCodes: ['IRL'],
      badge: 'B-42|x',
    });
    const [names = '', party, rest] = keys.split('|');
    expect(keys.split('|')).toHaveLength(4);
    expect(names.split(' ')).toEqual(
      expect.arrayContaining(['oneill', 'neill', 'smith', 'oneillsmith', 'ann']),
    );
    expect(party).toBe(' ireland irl');
    expect(rest).toBe(' ministry of the interior ann smith example org b 42 x');
  });

  it('of somebody without anything are empty', () => {
    expect(searchKeys(nobody)).toBe('|||');
  });
});

describe('finding people', () => {
  it.each([
    ['the beginning of a family name', 'pet', 'petrov'],
    ['words in the other order', 'ivan petrov', 'petrov'],
    ['beginnings in any order', 'petr iv', 'petrov'],
    ['native script', 'петр', 'petrov'],
    ['another script than the name is in', 'Мюллер', 'muller'],
    ['Latin for a Cyrillic name', 'sergeev', 'sergey'],
    ['another romanisation', 'iurii sergueev', 'sergey'],
    ['umlauts written with e', 'mueller', 'muller'],
    ['umlauts left out', 'muller jurgen', 'muller'],
    ['Scandinavian letters', 'ostergard', 'oster'],
    ['Scandinavian letters by two', 'oestergaard', 'oster'],
    ['Turkish letters', 'YILMAZ', 'yilmaz'],
    ['Turkish letters typed as they are', 'ayşe yıl', 'yilmaz'],
    ['after an apostrophe', 'arc', 'arc'],
    ['with the apostrophe', "d'arc", 'arc'],
    ['without a hyphen', 'alrashid kh', 'rashid'],
    ['with a hyphen that the name lacks', 'al-rashid mona', 'rashid2'],
    ['an Arabic name in Latin letters', 'mohammed', 'mohammed'],
    ['an Arabic name', 'أحمد', 'mohammed'],
    ['a Greek name in Latin letters', 'papadopoulos nikos', 'papa'],
    ['one Chinese character', '王', 'wang'],
    ['a Chinese given name', '小明', 'wang'],
    ['two letters that are the whole name', 'li', 'li'],
    ['particles written together', 'vanderberg', 'berg'],
    ['the second half of a double name', 'pierre', 'berg'],
    ['a single name', 'suh', 'single'],
    ['a code', 'bgr ivan', 'petrov'],
    ['a party in another language', 'болг пет', 'petrov'],
    ['an e-mail address', 'i.petrova@example.org', 'petrova'],
    ['a badge number', '4711', 'petrov'],
    ['an institution', 'ministry petroleum', 'arc'],
    ['a typing error, when nothing else fits', 'suhatro', 'single'],
  ])('%s: %s', (_, query, id) => {
    expect(ids(query)[0]).toBe(id);
  });

  it.each(['', ' ', 'a', '-', 'й', '7'])('%j is not enough', (query) => {
    expect(enoughToSearch(query)).toBe(false);
    expect(index.search(query, 5)).toEqual([]);
  });

  it('ranks names above parties and institutions', () => {
    const found = ids('petr');
    expect(found.indexOf('arc')).toBe(found.length - 1);
    expect(found.slice(0, 2)).toEqual(['petrov', 'petrova']);
  });

  it('ranks whole words above beginnings and family above given names', () => {
    expect(ids('li').slice(0, 2)).toEqual(['li', 'lindqvist']);
    expect(ids('ivan')).toEqual(['petrov', 'ivanov', 'petrova']);
  });

  it('ranks expected people above those merely known', () => {
    const mixed = new PersonIndex([
      entry('petrov', false),
      entry('petrova', true),
      entry('arc', true),
    ]);
    expect(mixed.search('petr', 3).map(({ id }) => id)).toEqual(['petrova', 'petrov', 'arc']);
  });

  it('says when a name was only similar, and offers typing errors only alone', () => {
    expect(index.search('suhatro', 5)).toEqual([{ id: 'single', by: 'typo' }]);
    expect(index.search('yurii', 5)).toEqual([{ id: 'sergey', by: 'sound' }]);
    expect(index.search('petrov', 5).every(({ by }) => by === 'exact')).toBe(true);
    expect(index.search('pxqzvw', 5)).toEqual([]);
  });

  it('keeps to its limit', () => {
    expect(ids('i', 5)).toEqual([]);
    expect(ids('iv', 2)).toHaveLength(2);
    expect(ids('iv', 0)).toEqual([]);
  });
});

describe('changing the people', () => {
  it('finds a person under the new name only, and not after removal', () => {
    const own = new PersonIndex([entry('petrov'), entry('li')]);
    own.search('li', 5);
    own.put({ ...entry('lindqvist'), id: 'li' });
    expect(own.size).toBe(2);
    expect(own.search('wei', 5)).toEqual([]);
    expect(own.search('lindq', 5).map(({ id }) => id)).toEqual(['li']);
    own.remove('li');
    own.remove('li');
    expect(own.search('lindq', 5)).toEqual([]);
    expect(own.size).toBe(1);
  });

  it('answers like a fresh index after thousands of changes', () => {
    const own = new PersonIndex();
    const keysOf = (n: number) =>
      searchKeys({ ...nobody, family: `Family${n % 7}x`, given: `G${n}` });
    for (let n = 0; n < 5_000; n += 1) {
      own.put({ id: `p${n % 50}`, expected: n % 2 === 0, keys: keysOf(n) });
    }
    const fresh = new PersonIndex(
      Array.from({ length: 50 }, (_, place) => {
        const n = 4_950 + place;
        return { id: `p${n % 50}`, expected: n % 2 === 0, keys: keysOf(n) };
      }),
    );
    expect(own.size).toBe(50);
    for (const query of ['family3', 'g49', 'fa']) {
      expect(own.search(query, 10)).toEqual(fresh.search(query, 10));
    }
  });
});

describe('any name', () => {
  const letters = fc.constantFrom(...Array.from('abkzøéıİßжйёщэіґґαςμπمحدي王小'));
  const word = fc.string({ unit: letters, minLength: 2, maxLength: 8 });
  const joined = (by: string) => fc.tuple(word, word).map((parts) => parts.join(by));
  const name = fc.oneof(word, joined(' '), joined('-'), joined(' de '), joined("'"));
  const person = fc.record({ family: name, given: name });
  const others = fc.array(person, { maxLength: 30 });
  const keysOf = (own: { family: string; given: string }) => searchKeys({ ...nobody, ...own });
  const indexOf = (
    own: { family: string; given: string },
    rest: { family: string; given: string }[],
  ) =>
    new PersonIndex([
      ...rest.map((one, place) => ({ id: `o${place}`, expected: true, keys: keysOf(one) })),
      { id: 'sought', expected: true, keys: keysOf(own) },
    ]);

  it('is found by the first two letters of any of its parts', () => {
    fc.assert(
      fc.property(person, others, (own, rest) => {
        const searched = indexOf(own, rest);
        for (const part of wordsOf(`${own.family} ${own.given}`)) {
          const beginning = [...foldName(part)].slice(0, 2).join('');
          if (beginning.length < 2) continue;
          const found = searched.search(beginning, 1_000).map(({ id }) => id);
          expect(found).toContain('sought');
        }
      }),
    );
  });

  it('is found in any order of its words, with the same people and ranks', () => {
    fc.assert(
      fc.property(person, others, (own, rest) => {
        const searched = indexOf(own, rest);
        const words = wordsOf(`${own.given} ${own.family}`).filter(
          (part) => foldName(part).length > 1,
        );
        const forth = searched.search(words.join(' '), 50);
        const back = searched.search([...words].reverse().join(' '), 50);
        if (words.length > 0) expect(forth.map(({ id }) => id)).toContain('sought');
        expect(back).toEqual(forth);
      }),
    );
  });
});

describe('a crowd', () => {
  /** Few different names, so that every word is many people's: some words of a query leave few, some many. */
  const FAMILIES = ['Kovaren', 'Kovarin', 'Korsa', 'De Korsa', 'Petrel', 'Al-Kov', 'Sand'];
  const GIVEN = ['Ana', 'Anair', 'Kor', 'Petra', 'Jean-Ko', 'Sandra', 'Ossi', 'Del', 'Ko'];
  const crowd = Array.from({ length: 2_000 }, (_, n) => {
    const own = {
      family: FAMILIES[n % FAMILIES.length] ?? '',
      given: `${GIVEN[n % GIVEN.length] ?? ''}${n % 5 === 0 ? ` Nr${String(n)}` : ''}`,
      institution: n % 3 === 0 ? 'Kor Institute' : 'Ministry of Sand',
      partyNames: n % 4 === 0 ? ['Anaria', 'Korland'] : ['Petraland'],
    };
    return { id: `p${String(n)}`, expected: n % 6 !== 0, keys: searchKeys({ ...nobody, ...own }) };
  });
  const whole = new PersonIndex(crowd);

  /** The rules of `search`, person by person and token by token. `null`: a word has no answer. */
  function rankOf(one: (typeof crowd)[number] | undefined, words: readonly string[]) {
    const { keys = '', expected = false } = one ?? {};
    const [names = [], party = [], rest = []] = keys
      .split('|')
      .map((section) => section.split(' ').filter((token) => token !== ''));
    let rank = expected ? 0 : 100_000;
    for (const word of words) {
      const costs = [
        ...names.map((token, place) => ({ token, cost: Math.min(place, 15) })),
        ...[...party, ...rest].map((token) => ({ token, cost: 1_000_000 })),
      ]
        .filter(({ token }) => token.startsWith(word))
        .map(({ token, cost }) => cost + (token === word ? 0 : 1_000));
      if (costs.length === 0) return null;
      rank += Math.min(...costs);
    }
    return rank;
  }

  const query = fc
    .array(fc.constantFrom('ko', 'kor', 'kov', 'an', 'ana', 'petra', 'sand', 'nr', 'nr1', 'del'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) => [...new Set(words)]);

  it('is ranked as its members are one by one, whichever word is looked up first', () => {
    const byId = new Map(crowd.map((one) => [one.id, one]));
    fc.assert(
      fc.property(query, (words) => {
        const all = crowd.flatMap((one) => rankOf(one, words) ?? []).sort((a, b) => a - b);
        const found = whole
          .search(words.join(' '), 20)
          .filter(({ by }) => by === 'exact')
          .map(({ id }) => rankOf(byId.get(id), words));
        expect(found).toEqual(all.slice(0, 20));
      }),
    );
  });

  it('finds by sound the same people, whether few or many are left by the other word', () => {
    const few = new PersonIndex(crowd.filter((_, n) => n % 40 === 0));
    const asked = (index: PersonIndex, text: string) =>
      new Set(index.search(text, 3_000).map(({ id }) => id));
    fc.assert(
      fc.property(query, (words) => {
        const many = asked(whole, words.join(' '));
        for (const id of asked(few, words.join(' '))) expect(many).toContain(id);
        const own = new Set(crowd.filter((_, n) => n % 40 === 0).map(({ id }) => id));
        expect(new Set([...many].filter((id) => own.has(id)))).toEqual(asked(few, words.join(' ')));
      }),
    );
  });
});
