import { describe, expect, it } from 'vitest';
import {
  COMPOSED_PAUSE_MS,
  PAUSE_MS,
  Wedge,
  type Keystroke,
  type WedgeEvent,
} from '@shared/domain/badge/wedge';
import { chanceOf } from '@shared/domain/sample/chance';
import { placeOf } from '../../../support/keyboard-layouts';
import { seededCodes } from './support';
import { Page } from './wedge-page';

const [ONE = ''] = seededCodes(11, 1);

describe('with an input method', () => {
  /** What an input method leaves of a key: its place, and that something has it. */
  const composing = { composing: true };

  /** A field in which an input method writes what it likes, until all of it is taken out. */
  class Composed extends Page {
    compose(text: string, gap = 5, end = 'Enter'): this {
      Array.from(text, (character, at) => {
        const { code, shift } = placeOf(character);
        if (shift) this.key('ShiftLeft', 'Process', at === 0 ? 300 : gap / 2, composing);
        this.key(code, 'Process', shift ? gap / 2 : at === 0 ? 300 : gap, composing);
      });
      if (end !== '') this.key(end, 'Process', gap, composing);
      return this.wait(500);
    }
  }

  it.each([0, 5, 16, 30])('a scanner that types a key every %d ms is read', (gap) => {
    for (const code of seededCodes(9, 50)) {
      expect(new Composed().compose(code, gap).scans).toEqual([code]);
      expect(new Composed().compose(code, gap, '').scans).toEqual([code]);
      expect(new Composed(false).compose(code, gap).scans).toEqual([code]);
    }
  });

  /** What a wedge says of these keys: which it lets through, notes and takes out. */
  const course = (...strokes: (Partial<Keystroke> & { code: string })[]) => {
    const wedge = new Wedge();
    const said: string[] = [];
    const told = (events: readonly WedgeEvent[]) =>
      events.forEach((event) =>
        said.push(
          event.kind === 'typed'
            ? `typed ${event.strokes.map(({ code }) => code.slice(-1)).join('')}`
            : event.kind,
        ),
      );
    strokes.forEach((stroke, at) => {
      const step = wedge.key({
        ...{ key: 'Process', time: 1000 + 5 * at, modified: false, repeat: false },
        ...{ composing: true, lands: true, ...stroke },
      });
      told(step.events);
      said.push(`${step.pass ? 'pass' : 'hold'}${step.begins ? ' and note' : ''}`);
    });
    told(wedge.rest());
    return said;
  };
  const codes = (text: string) => Array.from(text, (character) => placeOf(character));

  it('all keys are let through, and taken out once, when it was a scan', () => {
    const passed = Array.from({ length: 12 }, () => 'pass');
    expect(course(...codes(ONE))).toEqual(['pass and note', ...passed, 'take-out', 'scanned']);
  });

  it('keys that came before it took them are given back where it was none', () => {
    const plain = { key: '7', composing: false };
    const keys = [
      { code: 'Digit7', ...plain },
      { code: 'Digit8', ...plain, key: '8' },
      { code: 'KeyN' },
    ];
    expect(course(...keys)).toEqual(['pass and note', 'hold', 'pass', 'typed 8']);
  });

  it('a code that begins with digits which it leaves alone is taken out as a whole', () => {
    const [code = ''] = seededCodes(1, 4000).filter((one) => /^\d{5}[A-Z]/.test(one));
    const keys = codes(code).map(({ code: place }, at) => ({
      code: place,
      ...(at < 5 ? { key: code[at] ?? '', composing: false } : {}),
    }));
    const held = ['pass and note', 'hold', 'hold', 'take-out', 'hold', 'hold'];
    const composed = Array.from({ length: 7 }, () => 'pass');
    expect(course(...keys)).toEqual([...held, 'pass and note', ...composed, 'take-out', 'scanned']);
  });

  it('is waited for longer: the page draws between its keys', () => {
    const wedge = new Wedge();
    const stroke = { code: 'KeyK', key: 'k', time: 1000, modified: false, repeat: false };
    expect(wedge.pauseMs).toBeNull();
    wedge.key({ ...stroke, composing: false, lands: true });
    expect(wedge.pauseMs).toBe(PAUSE_MS);
    wedge.key({ ...stroke, key: 'Process', time: 1005, composing: true, lands: true });
    expect(wedge.pauseMs).toBe(COMPOSED_PAUSE_MS);
    wedge.rest();
    expect(wedge.pauseMs).toBeNull();
  });

  it('half a code with its Enter is refused, as without one', () => {
    expect(new Composed().compose(ONE.slice(0, 6)).scans).toEqual(['not-a-code']);
    const wrong = ONE.slice(0, 3) + (ONE[3] === 'H' ? 'K' : 'H') + ONE.slice(4);
    expect(new Composed().compose(wrong, 5, '').scans).toEqual(['wrong-check']);
  });

  it.each([60, 90, 150])('somebody composing at %d ms a key is left alone', (mean) => {
    const chance = chanceOf(mean);
    const page = new Page();
    const typed = 'nihaoshijie woaibeijing'.repeat(20);
    for (const character of typed) {
      const gap = chance.below(100) < 12 ? 10 + chance.below(25) : mean;
      page.key(placeOf(character).code, character, gap, composing);
    }
    page.wait(300).key('Enter', 'Enter', 200, composing);
    expect(page).toMatchObject({ field: typed, scans: [], pressed: ['Enter'] });
  });
});
