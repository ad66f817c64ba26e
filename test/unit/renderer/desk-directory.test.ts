import { describe, expect, it } from 'vitest';
import { DeskDirectory } from '@renderer/features/desk/directory';
import { NOMINATION_DEFAULTS } from '@shared/domain/nomination/types';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';

const person = (at: number, family = `Synthetic${at}`): Person => ({
  ...PERSON_DEFAULTS,
  ...{ id: `person-${at}`, family, given: 'Ana' },
});
const people = (count: number): Person[] => Array.from({ length: count }, (_, at) => person(at));
const nobody = { nominations: [], parties: [] };

/** Has time for so many people. */
function timeFor(count: number): () => boolean {
  let left = count;
  return () => (left -= 1) >= 0;
}

const found = (directory: DeskDirectory, query: string): string[] =>
  directory.index.search(query, 8).map(({ id }) => id);

describe('the people of a desk', () => {
  it('are found at once where they are few', () => {
    const directory = new DeskDirectory().update({ people: people(3), ...nobody });
    expect([directory.answers, directory.isBehind]).toEqual([true, false]);
    expect(found(directory, 'synthetic2')).toEqual(['person-2']);
  });

  it('are indexed in slices where they are many, and answered for when all are', () => {
    const directory = new DeskDirectory().update({ people: people(300), ...nobody });
    expect([directory.answers, directory.isBehind]).toEqual([false, true]);
    expect(directory.person('person-299')?.family).toBe('Synthetic299');
    expect(directory.work(timeFor(200))).toBe(true);
    expect([directory.answers, directory.index.size]).toEqual([false, 200]);
    expect(directory.work(timeFor(200))).toBe(false);
    expect([directory.answers, directory.isBehind, directory.index.size]).toEqual([
      true,
      false,
      300,
    ]);
    expect(found(directory, 'synthetic299')).toEqual(['person-299']);
  });

  it('count as they are now when they change or go while they wait', () => {
    const all = people(300);
    const directory = new DeskDirectory().update({ people: all, ...nobody });
    directory.work(timeFor(100));
    const changed = [person(0, 'Renamed'), ...all.slice(1, 250)];
    directory.update({ people: changed, ...nobody });
    expect(directory.work(timeFor(1000))).toBe(false);
    expect(directory.index.size).toBe(250);
    expect(found(directory, 'renamed')).toEqual(['person-0']);
    expect(found(directory, 'synthetic0')).not.toContain('person-0');
    expect(found(directory, 'synthetic299')).not.toContain('person-299');
  });

  it('stay found while thousands of them change', () => {
    const all = people(300);
    const directory = new DeskDirectory().update({ people: all, ...nobody });
    directory.work(timeFor(1000));
    directory.update({ people: all.map((one) => ({ ...one })), ...nobody });
    expect([directory.answers, directory.isBehind]).toEqual([true, true]);
    expect(found(directory, 'synthetic7')).toContain('person-7');
  });

  it('are expected by their nomination', () => {
    const nomination = {
      ...NOMINATION_DEFAULTS,
      ...{ id: 'n', meeting: 'm', person: 'person-1', party: 'p', state: 'accepted' as const },
    };
    const directory = new DeskDirectory().update({
      people: people(2),
      nominations: [nomination],
      parties: [],
    });
    expect(directory.nominationsOf.get('person-1')).toEqual([nomination]);
    expect(found(directory, 'ana')).toEqual(['person-1', 'person-0']);
  });
});
