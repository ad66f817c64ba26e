import { describe, expect, it } from 'vitest';
import { profileKey, profileOf, recogniseProfile } from '@shared/codecs/nominations/profile';
import { sheetOf } from '../../../support/reports/nomination-lists';

const LIST = sheetOf(
  'List of the Ministry,,\n,,\nWho,From where,Post\nAnna Testova,Bulgaria,Expert\n',
);
const MAPPING = { headerRow: 2, columns: { fullName: 0, party: 1, capacity: 2 } } as const;

function kept() {
  const made = profileOf('  The Ministry ', LIST, MAPPING);
  if (made === null) throw new Error('no profile');
  return { [made.key]: JSON.parse(JSON.stringify(made.profile)) as unknown };
}

describe('a source that was understood once', () => {
  it('is recognised by its headings, wherever they stand and in any order', () => {
    expect(recogniseProfile(LIST, kept())).toMatchObject({
      name: 'The Ministry',
      mapping: MAPPING,
    });
    const moved = sheetOf('POST;Who;From  where\nExpert;Anna Testova;Bulgaria\n');
    expect(recogniseProfile(moved, kept())?.mapping).toEqual({
      headerRow: 0,
      columns: { fullName: 1, party: 2, capacity: 0 },
    });
  });

  it('is not taken for a list with one heading more or less', () => {
    expect(recogniseProfile(sheetOf('Who,From where,Post,Room\na,b,c,d\n'), kept())).toBeNull();
    expect(recogniseProfile(sheetOf('Who,From where\na,b\n'), kept())).toBeNull();
    expect(recogniseProfile(LIST, kept(), 0)).toBeNull();
    expect(recogniseProfile(LIST, {})).toBeNull();
  });

  it('keeps headings only: no value of a row, no name of a file', () => {
    expect(Object.values(kept())).toEqual([
      {
        name: 'The Ministry',
        columns: { fullName: 'who', party: 'from where', capacity: 'post' },
      },
    ]);
  });

  it('tells columns of the same heading apart', () => {
    const twice = sheetOf('Name,Name,Country\nTestova,Anna,Bulgaria\n');
    const columns = { familyName: 0, givenName: 1, party: 2 };
    const made = profileOf('Twice', twice, { headerRow: 0, columns });
    const profiles = { [made?.key ?? '']: made?.profile };
    expect(recogniseProfile(twice, profiles)?.mapping.columns).toEqual(columns);
  });

  it.each([
    ['nothing', null],
    ['another shape', { name: 'x', columns: { party: 3 } }],
    ['an unknown field', { name: 'x', columns: { salary: 'who' } }],
  ])('is passed over when the settings hold %s for it', (_, value) => {
    const [key = ''] = Object.keys(kept());
    expect(recogniseProfile(LIST, { [key]: value })).toBeNull();
  });

  it('needs headings', () => {
    expect(profileOf('x', LIST, { headerRow: null, columns: {} })).toBeNull();
    expect(profileKey(['only one', ''])).toBeNull();
  });
});
