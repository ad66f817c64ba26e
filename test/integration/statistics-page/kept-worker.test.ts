import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeptWorker } from '@renderer/workers/kept-worker';
import type { JobMessage, JobRequest } from '@renderer/workers/jobs';

/** A worker without a thread, whose answers the test gives. */
class WorkerStandIn extends EventTarget {
  static readonly made: WorkerStandIn[] = [];
  readonly asked: JobRequest[] = [];
  readonly terminate = vi.fn();

  constructor() {
    super();
    WorkerStandIn.made.push(this);
  }

  postMessage(request: JobRequest): void {
    this.asked.push(request);
  }

  say(message: JobMessage): void {
    this.dispatchEvent(new MessageEvent('message', { data: message }));
  }

  break(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

beforeEach(() => {
  WorkerStandIn.made.length = 0;
  vi.stubGlobal('Worker', WorkerStandIn);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const INPUT = {
  scope: { kind: 'year', year: 2023 },
  selection: { kind: 'figure', figure: 'attended' },
} as const;

const started = (kept: KeptWorker) => {
  const first = kept.run('peopleBehind', INPUT);
  const second = kept.run('peopleBehind', INPUT);
  return { first, second };
};

/** The worker, once it has been asked so many questions. */
const asked = (times: number) =>
  vi.waitFor(() => {
    const [worker] = WorkerStandIn.made;
    expect(worker?.asked).toHaveLength(times);
    return worker!;
  });

describe('worker that stays', () => {
  it('does one job after another in the same worker', async () => {
    const { first, second } = started(new KeptWorker());
    const worker = await asked(1);
    worker.say({ progress: { phase: 'reading', done: 1, total: 2 } });
    worker.say({ ok: true, output: ['one'] });
    await expect(first).resolves.toEqual(['one']);
    await asked(2);
    worker.say({ ok: true, output: ['two'] });
    await expect(second).resolves.toEqual(['two']);
    expect(WorkerStandIn.made).toHaveLength(1);
  });

  it('goes on after a job that failed', async () => {
    const { first, second } = started(new KeptWorker());
    const worker = await asked(1);
    worker.say({ ok: false, message: 'no such table' });
    await expect(first).rejects.toThrow('no such table');
    await asked(2);
    worker.say({ ok: true, output: [] });
    await expect(second).resolves.toEqual([]);
  });

  it('starts another worker when one broke', async () => {
    const { first, second } = started(new KeptWorker());
    (await asked(1)).break('out of memory');
    await expect(first).rejects.toThrow('out of memory');
    await vi.waitFor(() => expect(WorkerStandIn.made).toHaveLength(2));
    WorkerStandIn.made[1]!.say({ ok: true, output: [] });
    await expect(second).resolves.toEqual([]);
  });

  it('ends at once, with what it was doing and what was waiting', async () => {
    const kept = new KeptWorker();
    const { first, second } = started(kept);
    const worker = await asked(1);
    kept.end();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.terminate).toHaveBeenCalledOnce();
    expect(WorkerStandIn.made).toHaveLength(1);
  });
});
