import { describe, expect, it } from 'vitest';
import { difference, type OperationSource } from '@shared/sync/difference';
import type { Operation } from '@shared/operation/operation';
import { Replica } from '../../support/replica';
import { arrivalDraft } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';

const newId = seededIds(4);
const now = () => Date.UTC(2023, 1, 7);
const desk = (operations: number) => {
  const replica = new Replica(newId(), now);
  for (let i = 0; i < operations; i += 1) replica.commit([arrivalDraft(newId)]);
  return replica;
};
const numbers = (operations: Operation[]) => operations.map(({ seq }) => seq);

describe('the difference', () => {
  const source = desk(5);

  it.each<[string, Record<string, number>, number[]]>([
    ['everything for an empty vector', {}, [1, 2, 3, 4, 5]],
    ['the rest', { [source.id]: 3 }, [4, 5]],
    ['nothing when all is known', { [source.id]: 5 }, []],
    ['nothing for one who knows more', { [source.id]: 9 }, []],
    ['everything for one who knows only others', { [newId()]: 5 }, [1, 2, 3, 4, 5]],
    [
      'no inherited members',
      Object.create({ [source.id]: 5 }) as Record<string, number>,
      [1, 2, 3, 4, 5],
    ],
  ])('is %s', (_name, theirs, expected) => {
    expect(numbers(source.difference(theirs))).toEqual(expected);
  });

  it('comes in pages that lead on, also over a gap', () => {
    const other = new Replica(newId(), now);
    other.merge(source.operations().filter(({ seq }) => seq === 3));
    expect(other.vector()).toEqual({});
    const pages = [];
    for (;;) {
      const page = source.difference(other.vector(), 2);
      if (page.length === 0) break;
      pages.push(numbers(page));
      other.merge(page);
    }
    expect(pages).toEqual([
      [1, 2],
      [4, 5],
    ]);
    expect(other.vector()).toEqual(source.vector());
  });

  it('asks only for replicas that have more, and for no more than the page holds', () => {
    const asked: unknown[] = [];
    const some = source.operations();
    const counting: OperationSource = {
      highest: () => [
        ['a', 5],
        ['b', 7],
        ['c', 9],
      ],
      above: (replica, seq, limit) => {
        asked.push([replica, seq, limit]);
        return some.slice(0, limit);
      },
    };
    difference(counting, { a: 5, b: 6, c: 2 }, 8);
    expect(asked).toEqual([
      ['b', 6, 8],
      ['c', 2, 3],
    ]);
    asked.length = 0;
    expect(difference(counting, {}, 4)).toHaveLength(4);
    expect(asked).toEqual([['a', 0, 4]]);
  });
});
