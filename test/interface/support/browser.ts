import 'fake-indexeddb/auto';
import { configure } from '@testing-library/react';
import { vi } from 'vitest';

// On a busy machine a page takes its time; a wrong one is found wrong all the same. Computing what
// is hidden from whom costs more than the rest of a test: axe looks at that in a real browser.
configure({ asyncUtilTimeout: 15_000, defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });

/** What jsdom has no layout for. Without it every query answers "no" and nothing has a size. */
class NoResizeObserver implements ResizeObserver {
  observe(): void {
    return undefined;
  }
  unobserve(): void {
    return undefined;
  }
  disconnect(): void {
    return undefined;
  }
}

const answers: Pick<MediaQueryList, 'addEventListener' | 'removeEventListener'> = {
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
};

Object.assign(window, {
  ResizeObserver: NoResizeObserver,
  // Nothing moves in a test: what opens is open.
  matchMedia: (media: string) => ({
    ...answers,
    media,
    matches: media.includes('prefers-reduced-motion'),
  }),
});
Object.assign(Element.prototype, {
  scrollTo: () => undefined,
  scrollIntoView: () => undefined,
});
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { get: () => 800 },
  clientWidth: { get: () => 1200 },
});
Object.assign(document, { fonts: new EventTarget() });
