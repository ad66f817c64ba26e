/** One key press in the search box: what it cost the window, and when it was seen. */
export interface KeySample {
  /** Time that the window was busy with it: script, then style, layout and paint. ms */
  readonly work: number;
  readonly script: number;
  /** From the key to the pixels, waiting for the frame included. ms */
  readonly latency: number;
}

/** Enter to acknowledged, as the window shows it. ms from the key press. */
export interface AckSample {
  readonly shown: number;
  readonly painted: number;
}

export interface Probe {
  readonly keys: KeySample[];
  readonly acks: AckSample[];
  /** When a mark was first drawn, ms since the navigation began. */
  marks: Record<string, number>;
  /** Time between frames since `watchFrames`, and the long ones as the browser itself tells. ms */
  frames: number[];
  longFrames: number[];
  watching: boolean;
  watchFrames(): void;
  /** Forgets the marks: what is drawn from now on is marked again. Returns the time, as marks have it. */
  markAgain(): number;
  /** Resolves when every key press so far has been drawn. */
  settled(): Promise<void>;
  /** How far this window's database has followed the register; 0 when there is none yet. */
  cursor(): Promise<number>;
  /** Resolves when it has come so far. */
  level(last: number): Promise<void>;
}

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/**
 * Runs in every window before its own scripts. Watches, from outside, what a user could: keys going
 * in and pixels coming out.
 */
export function installProbe(): void {
  const marked: Record<string, string> = {
    meetings: 'main a[href*="#/m/"]',
    box: 'main input[role="combobox"]',
    desk: '[data-figure="expected"] dd',
    answers: 'main [aria-busy="false"] input[role="combobox"]',
  };
  let pending = 0;
  let waiting: (() => void)[] = [];
  let entered: number | null = null;

  const afterTask = (work: () => void) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = work;
    channel.port2.postMessage(null);
  };
  const drawn = (work: (frameStart: number) => void) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      afterTask(() => work(start));
    });
  };

  const probe: Probe = {
    keys: [],
    acks: [],
    marks: {},
    frames: [],
    longFrames: [],
    watching: false,
    watchFrames: () => {
      probe.frames = [];
      probe.longFrames = [];
      probe.watching = true;
      let before = performance.now();
      const next = (now: number) => {
        probe.frames.push(now - before);
        before = now;
        if (probe.watching) requestAnimationFrame(next);
      };
      requestAnimationFrame((now) => {
        before = now;
        requestAnimationFrame(next);
      });
    },
    markAgain: () => {
      probe.marks = {};
      return performance.now();
    },
    settled: () =>
      new Promise((resolve) => {
        if (pending === 0) resolve();
        else waiting.push(resolve);
      }),
    cursor: async () => {
      // Protected, its name says of which key: there is one of them all the same.
      const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
      const name = names.find((one) => one.startsWith('rostrum'));
      if (name === undefined) return 0;
      return new Promise((resolve) => {
        const opening = indexedDB.open(name);
        // Being made anew at this moment: nothing is made in its place, and nothing is followed yet.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve(0);
        opening.onsuccess = () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains('meta')) {
            db.close();
            resolve(0);
            return;
          }
          const reading = db.transaction('meta').objectStore('meta').get('progress');
          reading.onsuccess = () => {
            db.close();
            resolve((reading.result as { cursor: number } | undefined)?.cursor ?? 0);
          };
        };
      });
    },
    level: async (last) => {
      while ((await probe.cursor()) < last) await new Promise(requestAnimationFrame);
    },
  };
  window.benchProbe = probe;

  let began = { at: 0, stamp: 0 };
  window.addEventListener(
    'beforeinput',
    ({ timeStamp }) => {
      pending += 1;
      began = { at: performance.now(), stamp: timeStamp };
    },
    true,
  );
  // On its way back up: the program has had the event, and has rendered what it changed.
  window.addEventListener('input', () => {
    const { at, stamp } = began;
    const script = performance.now() - at;
    drawn((frameStart) => {
      const now = performance.now();
      probe.keys.push({ work: script + now - frameStart, script, latency: now - stamp });
      pending -= 1;
      if (pending > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    });
  });

  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') entered = event.timeStamp;
    },
    true,
  );

  const look = () => {
    if (
      entered !== null &&
      document.querySelector('[data-tone="welcome"] .tabler-icon-circle-check')
    ) {
      const from = entered;
      entered = null;
      const shown = performance.now() - from;
      drawn(() => {
        probe.acks.push({ shown, painted: performance.now() - from });
      });
    }
    for (const [name, selector] of Object.entries(marked)) {
      if (name in probe.marks || document.querySelector(selector) === null) continue;
      probe.marks[name] = performance.now();
      drawn(() => {
        probe.marks[name] = performance.now();
      });
    }
  };
  new MutationObserver(look).observe(document, {
    ...{ subtree: true, childList: true },
    attributeFilter: ['aria-busy'],
  });

  new PerformanceObserver((list) => {
    if (!probe.watching) return;
    for (const entry of list.getEntries()) probe.longFrames.push(entry.duration);
  }).observe({ type: 'long-animation-frame' });
}
