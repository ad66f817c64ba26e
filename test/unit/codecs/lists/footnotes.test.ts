import { describe, expect, it } from 'vitest';
import { listedParties } from '@shared/codecs/documents/listed-parties';
import { tableCsv } from '@shared/codecs/documents/table';
import { gateList } from '@shared/codecs/lists/gate-list';
import { nameplates } from '@shared/codecs/lists/nameplates';
import { signInSheets } from '@shared/codecs/sign-in/sheet';
import type { PartyFields } from '@shared/domain/party/types';
import { party } from '../../statistics/build-world';
import { input, words } from './build';

const DAY = '2023-09-12';
const dated = (text: string, from: string | null, to: string | null) => ({ text, from, to });
const noted = (code: string, set: Partial<PartyFields>) =>
  party(code, 'country', { names: { en: `${code}land` }, ...set });

const FOREVER = noted('AAA', { footnote: 'Always so.' });
const THEN = noted('BBB', { footnotes: [dated('In those days.', '2023-01-01', '2023-12-31')] });
const LATER = noted('CCC', { footnotes: [dated('Not yet.', '2024-01-01', null)] });
const BOTH = noted('DDD', {
  footnote: 'Always so.',
  footnotes: [dated('In those days.', null, '2023-12-31'), dated('Ended.', null, '2022-12-31')],
});

const listed = (parties: (typeof THEN | null)[], language: 'en' | 'ru' = 'en') =>
  listedParties(parties, { ...words(language), day: DAY });

describe('footnotes to designations in a list', () => {
  it('are numbered as the list comes to them, and printed once each', () => {
    const list = listed([THEN, null, LATER, BOTH, FOREVER, THEN]);
    expect([THEN, LATER, BOTH, FOREVER].map((one) => list.name(one))).toEqual([
      'BBBland¹',
      'CCCland',
      'DDDland²,¹',
      'AAAland²',
    ]);
    expect(list.footnotes).toEqual(['¹ In those days.', '² Always so.']);
    expect(list.footnoteOf(BOTH)).toBe('² Always so. ¹ In those days.');
    expect(list.footnoteOf(LATER)).toBeNull();
    expect(list.footnoteOf(null)).toBeNull();
  });

  it('stand before the mark of a name that is not official, whose text comes last', () => {
    const list = listed([FOREVER], 'ru');
    expect(list.name(FOREVER)).toBe('AAAland (AAA)¹ *');
    expect(list.footnotes[0]).toBe('¹ Always so.');
    expect(list.footnotes[1]).toMatch(/^\* /);
  });

  it('go on after the ninth', () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      noted(`P${at}`, { footnote: `Note ${at + 1}.` }),
    );
    const list = listed(many);
    expect(list.name(many[11]!)).toBe('P11land¹²');
    expect(list.footnotes[9]).toBe('¹⁰ Note 10.');
  });
});

describe('lists for others', () => {
  const LIST = {
    ...input([
      ['p1', { family: 'Ejemplo' }, { party: 'BBB' }],
      ['p2', { family: 'Muster' }, { party: 'CCC' }],
    ]),
    parties: new Map([THEN, LATER].map((one) => [one.id, one])),
  };

  it('a gate list marks the names and explains the marks under the table', () => {
    const [table] = gateList(LIST, words('en')).tables;
    expect(table?.rows.map((row) => row[1])).toEqual(['BBBland¹', 'CCCland']);
    expect(table?.footnotes).toEqual(['¹ In those days.']);
  });

  it('a text file, which has no lines under its table, explains them in a last column', () => {
    const [table] = gateList(LIST, words('en')).tables;
    const lines = tableCsv(table!, null).trim().split(/\r?\n/);
    expect(lines[0]).toMatch(/,Footnote$/);
    expect(lines[1]).toMatch(/,¹ In those days\.$/);
    expect(lines[2]).toMatch(/,$/);
    const without = { ...LIST, parties: new Map([[LATER.id, LATER]]) };
    expect(tableCsv(gateList(without, words('en')).tables[0]!, null)).not.toContain('Footnote');
  });

  it('a sign-in sheet does so, too, in either order', () => {
    const session = {
      ...{ id: 's1', meeting: 'm1', name: 'Day 1', date: DAY },
      ...{ start: '2023-09-12T07:00:00.000Z', end: '2023-09-12T10:00:00.000Z' },
    };
    for (const order of ['delegation', 'alphabet'] as const) {
      const html = signInSheets(LIST, { order, sessions: [session] }, words('en'));
      expect(html).toContain('BBBland¹');
      expect(html).toContain('<p class="note">¹ In those days.</p>');
    }
  });

  it('a nameplate has no room for a footnote, and so no mark', () => {
    const { tables } = nameplates(LIST, words('en'));
    expect(tables[0]?.rows.map((row) => row[3])).toEqual(['BBBland', 'CCCland']);
    expect(tables.map(({ footnotes }) => footnotes)).toEqual([[], []]);
  });
});
