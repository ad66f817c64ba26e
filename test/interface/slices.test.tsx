import './support/browser';
import { act, cleanup, renderHook } from '@testing-library/react';
import { useCallback } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { indexBitByBit } from '@shared/matching/index-bit-by-bit';
import { searchKeys } from '@shared/matching/search-keys';
import { inSlices, useSliced } from '@renderer/ui/slices';

/** Whatever is done takes longer than a slice. */
let clock = 0;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 7));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const indexed = (family: string) => {
  const names = { family, given: 'Ada', native: '', full: '', institution: '', emails: [] };
  const keys = searchKeys({ ...names, partyNames: [], partyCodes: [], badge: null });
  return { id: family, keys, expected: true };
};
const all = () => {
  act(() => {
    vi.runAllTimers();
  });
};

describe('a long work in slices', () => {
  it('lets the window look up between them, and ends once', () => {
    let left = 5;
    const onEnd = vi.fn();
    inSlices((hasTime) => {
      while (left > 0 && hasTime()) left -= 1;
      return left > 0;
    }, onEnd);
    expect(left).toBe(5);
    vi.advanceTimersToNextTimer();
    expect(left).toBe(4);
    expect(onEnd).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(left).toBe(0);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('does nothing more once it was stopped', () => {
    const work = vi.fn(() => true);
    const stop = inSlices(work, () => undefined);
    vi.advanceTimersToNextTimer();
    stop();
    vi.runAllTimers();
    expect(work).toHaveBeenCalledOnce();
  });
});

describe('people who are indexed', () => {
  const index = (start: readonly string[]) =>
    renderHook(
      ({ people }) =>
        useSliced(useCallback(() => indexBitByBit(people.map(indexed).values()), [people])),
      { initialProps: { people: start } },
    );

  it('are found when all of them are, and not before', () => {
    const { result } = index(['Archer', 'Baker', 'Carver']);
    expect(result.current).toBeNull();
    act(() => {
      vi.advanceTimersToNextTimer();
    });
    expect(result.current).toBeNull();
    all();
    expect(result.current?.search('bak', 9).map(({ id }) => id)).toEqual(['Baker']);
    expect(result.current?.size).toBe(3);
  });

  it('answer as they were while others come', () => {
    const { result, rerender } = index(['Archer']);
    all();
    rerender({ people: ['Archer', 'Baker'] });
    expect(result.current?.search('archer', 9)).toHaveLength(1);
    expect(result.current?.search('baker', 9)).toEqual([]);
    all();
    expect(result.current?.search('baker', 9)).toHaveLength(1);
  });
});
