import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldName } from '@shared/codecs/journal/fields';
import { JOURNAL_KINDS, kindOf, typesOfKind } from '@shared/codecs/journal/kinds';
import { aboutOf } from '@shared/codecs/journal/record';
import { sentenceOf } from '@shared/codecs/journal/sentence';
import { valueText } from '@shared/codecs/journal/values';
import { reference } from '@shared/domain/person/rules';
import { catalogue } from '@shared/journal/catalogue';
import type { Operation } from '@shared/operation/operation';
import { forgotten, ofType, sample, styleIn } from './journal-support';

const TYPES = Object.keys(catalogue);

/** Any operation of a type, with no values at all: the words must stand by themselves. */
function bare(type: string): Operation {
  return { ...ofType('person.recorded'), type, v: 1, body: { id: 'x', set: {} }, sealed: null };
}

/** Fields of a record's type, public and personal, as its schemas name them. */
function fieldsOf(type: string): { table: string; fields: string[] } | null {
  const entry = catalogue[type as keyof typeof catalogue];
  if (entry.kind !== 'record') return null;
  const sets = [entry.body, entry.personal].map((schema) => {
    const object = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
    const set = object instanceof z.ZodObject ? (object.shape['set'] as unknown) : null;
    return set instanceof z.ZodObject ? Object.keys(set.shape) : [];
  });
  return { table: entry.table, fields: sets.flat() };
}

describe.each(['en', 'ru'] as const)('the words of the journal in %s', (language) => {
  const style = styleIn(language);

  it.each(TYPES)('say what %s is', (type) => {
    expect(sentenceOf(bare(type), style)).not.toBe('');
    expect(sentenceOf(bare(type), style)).not.toContain(type);
    expect(sentenceOf(bare(type), style)).not.toMatch(/\{\{|undefined/);
  });

  it('say what every operation of the sample is', () => {
    for (const operation of sample) {
      expect(sentenceOf(operation, style)).toMatch(/\p{L}/u);
      expect(sentenceOf(forgotten(operation), style)).toMatch(/\p{L}/u);
      expect(aboutOf(operation, style)).not.toBe('');
    }
  });

  it.each(TYPES)('name every field that %s can set', (type) => {
    const known = fieldsOf(type);
    if (known === null) return;
    for (const field of known.fields) {
      const change = {
        table: known.table,
        field,
        personal: false,
        before: [],
        after: { value: 1 },
      };
      const name = fieldName(change as Parameters<typeof fieldName>[0], style);
      expect(name, `${known.table}.${field}`).not.toBe(field);
    }
  });

  it('name every kind', () => {
    for (const kind of JOURNAL_KINDS) expect(style.t(`kind.${kind}`)).not.toBe('');
  });
});

describe('a sentence', () => {
  const style = styleIn('en');

  it('is plain', () => {
    const arrived = ofType('attendance.arrived');
    const person = arrived.body['person'] as string;
    const named = styleIn('en', { [person]: 'Maria Synthetic' });
    expect(sentenceOf(arrived, named)).toBe('Maria Synthetic arrived, reception, in person');
    expect(sentenceOf(arrived, style)).toContain(reference(person));
    expect(sentenceOf(ofType('nomination.accepted'), style)).toBe('Nomination accepted');
    expect(sentenceOf(ofType('recommendation.worded'), style)).toBe('Text changed (English)');
  });

  it.each([
    ['operator.granted', { role: 'rapporteur' }, 'Role given: Rapporteur'],
    ['operator.granted', { role: null }, 'Role taken back'],
    ['operator.secured', { secured: false }, 'PIN removed'],
    ['person.forgotten', { forgottenFor: 'request' }, 'Person forgotten (on request)'],
    ['nomination.changed', { state: 'received' }, 'Nomination back to “Received”'],
    ['nomination.changed', { removed: true }, 'Taken back: Nomination'],
    ['nomination.changed', { removed: false }, 'Restored: Nomination'],
    ['operator.removed', { removed: true }, 'Operator removed'],
    ['agenda.changed', { order: 'a1' }, 'Agenda item moved'],
    ['agenda.changed', { title: 'Opening' }, 'Agenda item changed'],
    ['agenda.moved', { state: 'concluded' }, 'Agenda item now: Concluded'],
    ['login.linked', { link: null }, 'Decision on a login taken back'],
    ['alias.changed', { revoked: true }, 'Display name no longer used'],
  ])('%s %j', (type, set, words) => {
    expect(sentenceOf({ ...bare(type), body: { id: 'x', set } }, style)).toBe(words);
  });

  it('says what it took back, where that is known', () => {
    const retracted = ofType('attendance.retracted');
    const arrived = ofType('attendance.arrived');
    expect(sentenceOf(retracted, style, [arrived])).toMatch(
      /taken back: #\w{8} arrived, reception/,
    );
  });

  it('says so when a later version wrote it', () => {
    expect(sentenceOf(bare('voucher.stamped'), style)).toBe(
      'Something of a later version (voucher.stamped)',
    );
    expect(sentenceOf({ ...bare('person.changed'), v: 99 }, style)).toContain('later version');
  });
});

describe('kinds', () => {
  it('hold every type exactly once', () => {
    expect(JOURNAL_KINDS.flatMap(typesOfKind).sort()).toEqual([...TYPES].sort());
  });

  it('are null for what nobody knows', () => {
    expect([kindOf('voucher.stamped'), kindOf(''), kindOf('toString.x')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('values', () => {
  const style = styleIn('en', { p: 'Maria Synthetic' });
  it.each([
    ['nominations', 'capacity', 'head', 'Head of delegation'],
    ['nominations', 'person', 'p', 'Maria Synthetic'],
    ['nominations', 'receivedOn', '2023-05-03', '3 May 2023'],
    [
      'nominations',
      'source',
      { kind: 'note-verbale', number: '12', date: null },
      'Note verbale 12',
    ],
    [
      'meetings',
      'planned',
      { format: 'hybrid', start: '2023-02-07', end: '2023-02-08' },
      'Hybrid, 7–8 February 2023',
    ],
    ['meetings', 'hosts', [], '—'],
    ['parties', 'flags', ['donor', 'secretariat'], 'donor; secretariat'],
    ['parties', 'names', { en: 'Testland' }, 'English: Testland'],
    ['operators', 'pin', { salt: 'a', hash: 'b', cost: 2 }, 'not shown'],
    ['sessions', 'start', '2023-02-07T09:00:00Z', '7 Feb 2023, 10:00'],
    ['logins', 'intervals', [[0, 600_000]], '10 minutes'],
    ['implementations', 'year', 2025, '2025'],
    ['people', 'synthetic', true, 'Yes'],
    ['people', 'family', '', '—'],
    ['later', 'whatever', { a: [1] }, '{"a":[1]}'],
    ['nominations', 'capacity', 'of a later version', 'of a later version'],
  ])('%s.%s %j', (table, field, value, words) => {
    expect(valueText(table, field, value, style, null)).toBe(words);
  });
});
