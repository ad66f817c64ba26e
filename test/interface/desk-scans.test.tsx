import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeskActs } from '@renderer/features/desk/acts/use-desk-acts';
import { useScans } from '@renderer/features/desk/acts/use-scans';
import type { DeskModel } from '@renderer/features/desk/use-desk';
import { BADGE_DEFAULTS } from '@shared/domain/badge/types';

afterEach(cleanup);

const badge = { ...BADGE_DEFAULTS, id: 'badge', meeting: 'meeting', person: 'person' };
const directory = { rootOf: (id: string) => `root of ${id}` };
const desk = {
  state: 'ready',
  value: {
    ...{ waiting: [], settled: [], keep: vi.fn(), dismiss: vi.fn(), keepAgain: vi.fn() },
    takeOver: vi.fn(),
    answer: () => ({ kind: 'person', badge, person: 'person' }) as const,
  },
} as const;

/** The hook with what a desk knows a moment after it was opened: badges are quick, people are not. */
function scanning(named: boolean) {
  const checkIn = vi.fn(() => Promise.resolve());
  const acts = { checkIn, show: vi.fn() } as unknown as DeskActs;
  const { result, rerender } = renderHook(
    (known: boolean) =>
      useScans({
        model: { directory, named: known } as unknown as DeskModel,
        ...{ acts, desk, scopes: ['reception'] },
      }),
    { initialProps: named },
  );
  const scan = (code: string) =>
    act(async () => {
      result.current.scan({ by: 'wedge', ok: true, code });
      await Promise.resolve();
    });
  return { scan, rerender, checkIn };
}

describe('a scan', () => {
  it('waits until it is known who is expected: nobody is refused because the page is young', async () => {
    const { scan, rerender, checkIn } = scanning(false);
    await scan('ONE');
    await scan('TWO');
    expect(checkIn).not.toHaveBeenCalled();
    rerender(true);
    expect(checkIn.mock.calls).toEqual([
      ['root of person', 'scan'],
      ['root of person', 'scan'],
    ]);
    rerender(true);
    expect(checkIn).toHaveBeenCalledTimes(2);
  });

  it('is answered at once where that is known', async () => {
    const { scan, checkIn } = scanning(true);
    await scan('ONE');
    expect(checkIn).toHaveBeenCalledTimes(1);
  });
});
