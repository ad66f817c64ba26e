import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MatchLoginsInput } from '@renderer/workers/jobs/match-logins';
import { matchInWorkers } from '@renderer/features/virtual/match-in-workers';

type Answer = (input: MatchLoginsInput) => Promise<ReadonlyMap<string, unknown>>;

interface Stood {
  readonly asked: MatchLoginsInput[];
  ended: boolean;
}

/** Workers as they were opened, and how they answer. */
const world = vi.hoisted(() => ({ workers: [] as Stood[], answer: null as Answer | null }));

vi.mock('@renderer/workers/kept-worker', () => ({
  KeptWorker: class implements Stood {
    readonly asked: MatchLoginsInput[] = [];
    ended = false;
    private stop: (reason: Error) => void = () => undefined;
    constructor() {
      world.workers.push(this);
    }
    run(_job: string, input: MatchLoginsInput) {
      this.asked.push(input);
      if (this.ended) return Promise.reject(new DOMException('ended', 'AbortError'));
      return new Promise((resolve, reject) => {
        this.stop = reject;
        world.answer?.(input).then(resolve, reject);
      });
    }
    end() {
      this.ended = true;
      this.stop(new DOMException('ended', 'AbortError'));
    }
  },
}));

const UNKNOWN = { linked: null, kind: 'person', parties: [], candidates: [] };
const everybody: Answer = ({ logins }) =>
  Promise.resolve(new Map(logins.map(({ id }) => [id, UNKNOWN])));

const loginsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: String(at),
    name: `Name ${String(at)}`,
    email: null,
  }));
const compared = { people: [], parties: [] };

beforeEach(() => {
  world.workers = [];
  world.answer = everybody;
  vi.stubGlobal('navigator', { hardwareConcurrency: 8 });
});
afterEach(() => vi.unstubAllGlobals());

describe('logins matched in workers', () => {
  it('are all matched, by two workers that are given everybody once each, and ended', async () => {
    const told: number[] = [];
    const logins = loginsOf(4_500);
    const matches = await matchInWorkers(
      { compared, logins },
      new AbortController().signal,
      ({ done, total }) => {
        told.push(done);
        expect(total).toBe(4_500);
      },
    );
    expect([...matches.keys()].sort()).toEqual(logins.map(({ id }) => id).sort());
    expect(told.at(-1)).toBe(4_500);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(world.workers).toHaveLength(2);
    for (const { asked, ended } of world.workers) {
      expect(ended).toBe(true);
      expect(asked.map((one) => one.compared === null)).toEqual(asked.map((_, at) => at > 0));
    }
  });

  it('need one worker where there is one portion, or one core', async () => {
    const { signal } = new AbortController();
    await matchInWorkers({ compared, logins: loginsOf(10) }, signal, () => undefined);
    expect(world.workers).toHaveLength(1);
    vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
    await matchInWorkers({ compared, logins: loginsOf(3_000) }, signal, () => undefined);
    expect(world.workers).toHaveLength(2);
  });

  it('of nobody need none', async () => {
    const { signal } = new AbortController();
    expect(await matchInWorkers({ compared, logins: [] }, signal, () => undefined)).toEqual(
      new Map(),
    );
    expect(world.workers).toHaveLength(0);
  });

  it('end at once when somebody cancels', async () => {
    const stop = new AbortController();
    world.answer = () => new Promise(() => undefined);
    const matching = matchInWorkers(
      { compared, logins: loginsOf(5_000) },
      stop.signal,
      () => undefined,
    );
    stop.abort();
    await expect(matching).rejects.toMatchObject({ name: 'AbortError' });
    expect(world.workers.map(({ ended }) => ended)).toEqual([true, true]);
    await expect(
      matchInWorkers({ compared, logins: loginsOf(1) }, stop.signal, () => undefined),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(world.workers).toHaveLength(2);
  });

  it('fail as a whole when one portion does, and leave no worker behind', async () => {
    world.answer = (input) =>
      input.logins.some(({ id }) => id === '2500')
        ? Promise.reject(new Error('out of memory'))
        : everybody(input);
    const { signal } = new AbortController();
    await expect(
      matchInWorkers({ compared, logins: loginsOf(9_000) }, signal, () => undefined),
    ).rejects.toThrow('out of memory');
    expect(world.workers.every(({ ended }) => ended)).toBe(true);
    expect(world.workers.flatMap(({ asked }) => asked).length).toBeLessThan(9);
  });
});
