import { describe, expect, it } from 'vitest';
import { resolveScan } from '@shared/domain/badge/resolve';
import type { Badge } from '@shared/domain/badge/types';
import { badge, codeAt, floating, id, MEETING, OTHER_MEETING } from './support';

const answer = (code: string, ...badges: Badge[]) =>
  resolveScan(code, MEETING, new Map(badges.map((one) => [one.code, one])));

describe('a scanned code', () => {
  it('is a person', () => {
    const own = badge('1');
    expect(answer(own.code, own)).toEqual({ kind: 'person', badge: own, person: id('e1') });
  });

  it('is whoever a floating badge is lent to', () => {
    const lent = floating('1', { lentTo: id('e2') });
    expect(answer(lent.code, lent)).toEqual({ kind: 'person', badge: lent, person: id('e2') });
  });

  it('is a floating badge that nobody wears', () => {
    const free = floating('1');
    expect(answer(free.code, free)).toEqual({ kind: 'not-lent', badge: free });
  });

  it('is not known', () => {
    expect(answer(codeAt(5), badge('1'))).toEqual({ kind: 'unknown', code: codeAt(5) });
  });

  it('is of another meeting, revoked or not, and says of whom', () => {
    const old = badge('1', { meeting: OTHER_MEETING, revokedFor: 'lost' });
    expect(answer(old.code, old)).toEqual({
      ...{ kind: 'other-meeting', badge: old, person: id('e1') },
    });
  });
});

describe('a revoked badge', () => {
  it('says why, and that nothing took its place', () => {
    const lost = badge('1', { revokedFor: 'lost' });
    expect(answer(lost.code, lost)).toEqual({
      ...{ kind: 'revoked', badge: lost, why: 'lost', successor: null, person: id('e1') },
    });
  });

  it('names the badge at the end of the chain', () => {
    const third = badge('3');
    const second = badge('2', { revokedFor: 'damaged', successor: third.id });
    const first = badge('1', { revokedFor: 'lost', successor: second.id });
    expect(answer(first.code, first, second, third)).toMatchObject({ successor: third });
  });

  it('names what is known of a chain that goes on elsewhere, or round', () => {
    const second = badge('2', { revokedFor: 'damaged', successor: id('b9') });
    const first = badge('1', { revokedFor: 'lost', successor: second.id });
    expect(answer(first.code, first, second)).toMatchObject({ successor: second });
    const ring = badge('4', { revokedFor: 'lost', successor: id('b4') });
    expect(answer(ring.code, ring)).toMatchObject({ successor: null });
  });

  it("names another of the person's badges that holds, of this meeting", () => {
    const lost = badge('1', { revokedFor: 'lost' });
    const holds = badge('2');
    const elsewhere = badge('3', { meeting: OTHER_MEETING });
    expect(answer(lost.code, lost, elsewhere, holds)).toMatchObject({ successor: holds });
    expect(answer(lost.code, lost, elsewhere)).toMatchObject({ successor: null });
  });

  it('names who wore a floating one last', () => {
    const lost = floating('1', { revokedFor: 'lost', lentTo: id('e3') });
    expect(answer(lost.code, lost)).toMatchObject({ kind: 'revoked', person: id('e3') });
  });
});
