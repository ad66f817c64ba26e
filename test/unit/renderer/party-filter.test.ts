import { describe, expect, it } from 'vitest';
import type { ComboboxItem } from '@mantine/core';
import { knownParties } from '@renderer/features/nominations/known-parties';
import { partyFilter } from '@renderer/features/nominations/parts/party-filter';
import { builtIn } from '../domain/party/parties';

const parties = knownParties(builtIn, []);
const items: ComboboxItem[] = parties.all.map(({ id, names }) => ({
  value: id,
  label: names.en ?? '',
}));
const filter = partyFilter(parties);
const codes = (search: string, limit = 3) =>
  filter({ options: [{ group: 'Parties', items }], search, limit }).map((option) =>
    'group' in option ? '' : parties.byId.get(option.value)?.code,
  );

describe('the choice of a delegation', () => {
  it.each([
    ['deu', 'DEU'],
    ['alemania', 'DEU'],
    ['Германия', 'DEU'],
    ['ألمانيا', 'DEU'],
    ['德国', 'DEU'],
    ['turkiye', 'TUR'],
    ['unodc', 'UNODC'],
    ['EMCDDA', 'EUDA'],
    ['ger', 'DEU'],
    ['drugs crime', 'UNODC'],
  ])('%s means %s first', (typed, code) => {
    expect(codes(typed)[0]).toBe(code);
  });

  it('keeps to the limit, leaves out what does not fit, and shows all while nothing is typed', () => {
    expect(codes('a', 2)).toHaveLength(2);
    expect(codes('zzzz')).toEqual([]);
    expect(codes('!!')).toEqual([]);
    const options = [{ group: 'Parties', items }];
    expect(filter({ options, search: ' ', limit: 3 })).toBe(options);
  });
});
