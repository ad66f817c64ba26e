import { describe, expect, it } from 'vitest';
import {
  decidable,
  settledRow,
  takesOf,
  usualTake,
  withChoices,
  withTake,
  type Choice,
  type Choices,
} from '@shared/codecs/nominations/choice';
import type { ExistingNominee, NominationRow } from '@shared/codecs/nominations/types';
import { read } from '../../../support/reports/nomination-lists';

const HEADER = 'Country,Family name,Given name,E-mail,Institution,Job title\n';

function known(personId: string, more: Partial<ExistingNominee> = {}): ExistingNominee {
  return {
    ...{ personId, family: 'Testova', given: 'Anna', full: '', emails: ['anna@example.org'] },
    ...{ party: 'p-bgr', nominationId: `n-${personId}` },
    ...more,
    fields: { institution: 'Ministry', jobTitle: '', ...more.fields },
  };
}

function rowOf(text: string, existing: readonly ExistingNominee[]): NominationRow {
  const [row] = read(HEADER + text, { existing }).rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

/** What becomes of a row: its verdict, whom it is about, and the fields that it writes. */
function become(row: NominationRow, choice?: Choice) {
  const settled = settledRow(row, choice);
  if (settled === null || settled === 'open') return settled ?? 'nothing';
  const { verdict, match, changes, movesParty = false } = settled;
  return {
    verdict,
    match: match === null ? null : [match.personId, match.nominationId],
    changes: changes.map(({ field }) => field),
    movesParty,
  };
}

describe('what becomes of a row', () => {
  it('that is new: taken over, unless it is left out', () => {
    const row = rowOf('Bulgaria,Novak,Nora,nora@example.org,Agency,', []);
    expect(takesOf(row)).toEqual(['replace', 'skip']);
    expect(become(row)).toMatchObject({ verdict: 'new', match: null });
    expect(become(row, { take: 'skip' })).toBe('nothing');
  });

  it('that changes something: the list wins, or only fills what is empty, or is left out', () => {
    const row = rowOf('Bulgaria,Testova,Anna,anna@example.org,Agency,Expert', [known('a')]);
    expect(row.verdict).toBe('changed');
    expect(become(row)).toMatchObject({ changes: ['institution', 'jobTitle'] });
    expect(become(row, { take: 'keep' })).toMatchObject({ changes: ['jobTitle'] });
    expect(become(row, { take: 'skip' })).toBe('nothing');
    const full = rowOf('Bulgaria,Testova,Anna,anna@example.org,Agency,', [known('a')]);
    expect(become(full, { take: 'keep' })).toBe('nothing');
  });

  it('that is about somebody of another name: nothing until it is decided', () => {
    const row = rowOf('Bulgaria,Novak,Nora,anna@example.org,Agency,', [known('a')]);
    expect(row.issues.map(({ code }) => code)).toContain('email-of-another');
    expect(usualTake(row)).toBeNull();
    expect(become(row)).toBe('open');
    expect(become(row, { take: 'replace' })).toEqual({
      ...{ verdict: 'changed', match: ['a', 'n-a'], movesParty: false },
      changes: ['family', 'given', 'institution'],
    });
    expect(become(row, { take: 'keep' })).toBe('nothing');
    expect(become(row, { take: 'another' })).toMatchObject({ verdict: 'new', match: null });
    expect(become(row, { take: 'skip' })).toBe('nothing');
  });

  it('that could be about several people: who is meant is chosen first', () => {
    const two = [known('a'), known('b', { given: 'Ana Maria' })];
    const row = rowOf('Bulgaria,Testova,A.,anna@example.org,Agency,', two);
    expect(row.issues.map(({ code }) => code)).toContain('email-shared');
    expect(become(row, { take: 'replace' })).toBe('open');
    expect(become(row, { take: 'replace', person: 'b' })).toMatchObject({ match: ['b', 'n-b'] });
  });

  it('that names somebody whom another party has named: moved, kept, or named by both', () => {
    const row = rowOf('Austria,Testova,Anna,anna@example.org,,Expert', [known('a')]);
    expect(row.issues.map(({ code }) => code)).toContain('other-party');
    expect(become(row, { take: 'replace' })).toMatchObject({
      ...{ verdict: 'changed', match: ['a', 'n-a'], movesParty: true },
    });
    expect(become(row, { take: 'keep' })).toMatchObject({
      changes: ['jobTitle'],
      movesParty: false,
    });
    expect(become(row, { take: 'another' })).toMatchObject({ verdict: 'new', match: ['a', null] });
  });

  it('with an error: left out or in the way, never taken', () => {
    const row = rowOf('Atlantis,Testova,Anna,anna@example.org,,', []);
    expect(takesOf(row)).toEqual(['skip']);
    expect(become(row)).toBe('open');
    expect(become(row, { take: 'replace' })).toBe('open');
    expect(become(row, { take: 'skip' })).toBe('nothing');
  });

  it('that is the same: nothing, whatever is chosen', () => {
    const row = rowOf('Bulgaria,Testova,Anna,anna@example.org,,', [known('a')]);
    expect(takesOf(row)).toEqual([]);
    expect(become(row, { take: 'replace' })).toBe('nothing');
  });
});

describe('whom a row is about', () => {
  it('of those who share an address, the one with the very name', () => {
    const two = [known('a'), known('b', { family: 'Testov', given: 'Borys' })];
    const row = rowOf('Bulgaria,Testov,Borys,anna@example.org,,', two);
    expect(row).toMatchObject({ verdict: 'same', match: { personId: 'b' } });
  });

  it('of somebody’s nominations, the one of the party that the row names', () => {
    const both = [known('a'), known('a', { party: 'p-aut', nominationId: 'n-2' })];
    const row = rowOf('Austria,Testova,Anna,anna@example.org,,', both);
    expect(row).toMatchObject({ verdict: 'same', match: { nominationId: 'n-2' } });
  });
});

describe('a cell that is corrected in the preview', () => {
  it('is read as if the file had said so, also where the file has no such column', () => {
    const text = `${HEADER}Atlantis,Testova,Anna,not an address,,\n`;
    const edits = new Map([
      ['0:1', { party: 'Bulgaria', email: 'anna@example.org', capacity: 'Expert' }],
    ]);
    const [before] = read(text).rows;
    expect(before?.verdict).toBe('error');
    const [after] = read(text, { edits }).rows;
    expect(after).toMatchObject({
      ...{ key: '0:1', verdict: 'new', party: 'p-bgr', capacity: 'expert' },
      ...{ emails: ['anna@example.org'], issues: [] },
    });
  });
});

describe('one decision about many rows', () => {
  const shared = { emails: ['office@example.org'] };
  const { rows } = read(
    HEADER +
      [
        'Bulgaria,Novak,Nora,nora@example.org,Agency,',
        'Bulgaria,Testova,Anna,anna@example.org,Agency,Expert',
        'Bulgaria,Probe,Paul,office@example.org,,',
        'Atlantis,Wrong,Walter,walter@example.org,,',
        'Bulgaria,Same,Sam,sam@example.org,,',
      ].join('\n'),
    {
      existing: [
        known('a'),
        known('b', { family: 'Office', given: 'One', ...shared }),
        known('c', { family: 'Office', given: 'Two', ...shared }),
        {
          ...known('d', { family: 'Same', given: 'Sam', emails: ['sam@example.org'] }),
          fields: { institution: '', jobTitle: '' },
        },
      ],
    },
  );
  const NONE: Choices = new Map();
  const names = (take: Parameters<typeof decidable>[2], choices = NONE) =>
    decidable(rows, choices, take).map(({ name }) => name.family);

  it('is about those of which it can be said', () => {
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      ...['new', 'changed', 'conflict', 'error', 'same'],
    ]);
    expect(names('replace')).toEqual(['Novak', 'Testova']);
    expect(names('keep')).toEqual(['Testova']);
    expect(names('skip')).toEqual(['Novak', 'Testova', 'Probe', 'Wrong']);
  });

  it('has a conflict with several people wait for who is meant, and keeps it', () => {
    const [, , conflict] = rows;
    const told: Choices = new Map([[conflict?.key ?? '', { take: 'another', person: 'b' }]]);
    expect(names('keep', told)).toEqual(['Testova', 'Probe']);
    const next = withTake(told, decidable(rows, told, 'keep'), 'keep');
    expect(next.get(conflict?.key ?? '')).toEqual({ take: 'keep', person: 'b' });
  });

  it('is taken back to what was decided of each row before, or to its verdict', () => {
    const [first, second] = rows;
    const before: Choices = new Map([[first?.key ?? '', { take: 'skip' }]]);
    const both = rows.slice(0, 2);
    const after = withTake(before, both, 'replace');
    expect([...after.values()]).toEqual([{ take: 'replace' }, { take: 'replace' }]);
    expect(withChoices(after, both, before)).toEqual(before);
    expect(withTake(after, both, null)).toEqual(NONE);
    expect(withTake(after, [second!], null).has(first?.key ?? '')).toBe(true);
  });
});
