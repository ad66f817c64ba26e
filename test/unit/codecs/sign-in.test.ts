import { describe, expect, it } from 'vitest';
import { signInLines } from '@shared/codecs/sign-in/order';
import { signInSheets } from '@shared/codecs/sign-in/sheet';
import type { Session } from '@shared/domain/meeting/types';
import { listName } from '@shared/domain/person/rules';
import { isSelfContained } from '@shared/contract/print';
import { input, words } from './lists/build';

const MORNING: Session = {
  ...{ id: 's1', meeting: 'm1', name: 'Day 1, morning', date: '2023-09-12' },
  ...{ start: '2023-09-12T07:00:00.000Z', end: '2023-09-12T10:00:00.000Z' },
};
const AFTERNOON: Session = { ...MORNING, id: 's2', name: 'Day 1, afternoon' };

const LIST = input([
  ['p1', { family: 'Яковлева', given: 'Анна', native: 'Яковлева Анна' }, { party: 'ORG' }],
  ['p2', { family: 'Zeta', given: 'Ana' }, { party: 'BBB' }],
  ['p3', { family: 'Beta', given: 'Jan' }, { party: 'AAA' }],
  ['p4', { family: 'Alpha', given: 'Zoé' }, { party: 'AAA', capacity: 'head' }],
  ['p5', { family: 'Online', given: 'Nobody' }, { party: 'AAA', modality: 'virtual' }],
  ['p6', { family: 'Waiting', given: 'Nobody' }, { party: 'AAA', state: 'received' }],
]);

const names = (order: 'delegation' | 'alphabet') =>
  signInLines(LIST, 'en', order).map(({ person }) => listName(person));

/** What stands on the sheets, cell by cell. */
const cells = (html: string): string[][] =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...(row ?? '').matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) =>
      (cell ?? '')
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  );

describe('the lines of a sheet', () => {
  it('are those expected in the room, by delegation, the head first', () => {
    expect(names('delegation')).toEqual(['Zeta, Ana', 'Alpha, Zoé', 'Beta, Jan', 'Яковлева, Анна']);
  });

  it('or by name', () => {
    expect(names('alphabet')).toEqual(['Alpha, Zoé', 'Beta, Jan', 'Zeta, Ana', 'Яковлева, Анна']);
  });
});

describe('a sheet', () => {
  const make = (order: 'delegation' | 'alphabet', language: 'en' | 'ru' = 'en') =>
    signInSheets(LIST, { order, sessions: [MORNING] }, words(language));

  it('groups delegations, numbers through, and leaves a line for whoever comes besides', () => {
    expect(cells(make('delegation'))).toEqual([
      ['No.', 'Name', 'Capacity', 'Signature'],
      ['Bbland'],
      ['1', 'Zeta, Ana', 'Representative', ''],
      ['', '', '', ''],
      ['Zzland'],
      ['2', 'Alpha, Zoé', 'Head of delegation', ''],
      ['3', 'Beta, Jan', 'Representative', ''],
      ['', '', '', ''],
      ['Alpha Organization'],
      ['4', 'Яковлева, Анна Яковлева Анна', 'Representative', ''],
      ['', '', '', ''],
    ]);
  });

  it('names the delegation on every line where the order is by name', () => {
    const [head, first, ...rest] = cells(make('alphabet'));
    expect(head).toEqual(['No.', 'Name', 'Delegation', 'Capacity', 'Signature']);
    expect(first).toEqual(['1', 'Alpha, Zoé', 'Zzland', 'Head of delegation', '']);
    expect(rest.slice(3)).toEqual(Array.from({ length: 10 }, () => ['', '', '', '', '']));
  });

  it('is in the language that was chosen, and says which names are not official in it', () => {
    const html = make('delegation', 'ru');
    expect(html).toContain('<html lang="ru" dir="ltr">');
    expect(cells(html)[0]).toEqual(['№', 'Имя и фамилия', 'Качество', 'Подпись']);
    expect(html).toContain('Bbland (BBB) *');
    expect(html).toContain('* ');
  });

  it('is one for each session, each on a page of its own', () => {
    const choice = { order: 'delegation', sessions: [MORNING, AFTERNOON] } as const;
    const html = signInSheets(LIST, choice, words('en'));
    expect(html.match(/<section>/g)).toHaveLength(2);
    expect(html).toContain('section + section { break-before: page; }');
    expect(html.indexOf('Day 1, morning')).toBeLessThan(html.indexOf('Day 1, afternoon'));
  });

  it('shows what somebody typed as text, and can be printed as it is', () => {
    const odd = input([['p1', { family: '<script>alert(1)</script>', given: '"&' }]]);
    const html = signInSheets(odd, { order: 'alphabet', sessions: [MORNING] }, words('en'));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;, &quot;&amp;');
    expect(isSelfContained(html)).toBe(true);
  });
});
