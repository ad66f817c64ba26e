import { readBurst, type Reading } from './burst';
import { Repeats } from './repeats';

/** A key as it goes down. */
export interface Keystroke {
  /** Its place on the keyboard (`event.code`), the same on every layout. */
  readonly code: string;
  /** What it types (`event.key`). */
  readonly key: string;
  /** When the machine got it, in ms: not when the page came round to it. */
  readonly time: number;
  /** Ctrl, Alt or Meta is down. */
  readonly modified: boolean;
  /** It is being held down. */
  readonly repeat: boolean;
  /**
   * An input method has the key: it writes whatever the page does, and can only be taken out again.
   */
  readonly composing: boolean;
  /** Where it goes it writes something: it is not held back while nobody knows whose it is. */
  readonly lands: boolean;
  /**
   * It goes into a field for a secret. Programs that keep secrets type as fast as scanners do, so only
   * a code is a scan there.
   */
  readonly secret?: boolean;
}

/** What a scanner sent. */
export type WedgeScan =
  | { readonly ok: true; readonly code: string }
  | {
      readonly ok: false;
      readonly reason: 'not-a-code' | 'wrong-check' | 'too-long';
      /** How it begins. */
      readonly text: string;
    };

export type WedgeEvent =
  /** What was let through was a scanner's: what it wrote is to be taken out. */
  | { readonly kind: 'take-out' }
  /** These keys were held back and are somebody's typing after all: they are to be given back. */
  | { readonly kind: 'typed'; readonly strokes: readonly Keystroke[] }
  | { readonly kind: 'scanned'; readonly scan: WedgeScan };

export interface WedgeStep {
  /** Whether the page may have the key. */
  readonly pass: boolean;
  /** What is to be done before it has it. */
  readonly events: readonly WedgeEvent[];
  /** It is let through and may be taken out: how the field is before it is to be noted. */
  readonly begins?: true;
}

/**
 * Keys of a scanner follow one another within this time. Scanners send a key every 5 to 30 ms, and
 * what comes by USB is up to a step of 8 ms late. People reach it with two keys that roll over one
 * another, seldom with three; even 200 words a minute are 60 ms a key.
 */
const GAP_MS = 35;

/** Nothing came for so long: it was all. Longer than a gap, because the page may be late as well. */
export const PAUSE_MS = 60;

/**
 * The same with an input method. The page draws what is composed between the keys and may be long
 * about it; nothing is held back meanwhile, so that nobody waits for it.
 */
export const COMPOSED_PAUSE_MS = 500;

/** From so many keys on, the page is kept clean: nobody's fingers are that fast four times. */
const LIKELY = 4;

/**
 * With an Enter as fast as the keys, so many are a scanner's; without one, so many: eight fingers
 * put down in a row are slower. Fewer are given back to whoever typed them.
 */
const MIN_ENDED = 4;
const MIN_PAUSED = 8;

/** More than fifteen codes at once: something else was scanned. */
const LIMIT = 200;
/** Of what is refused, so much is shown. */
const SHOWN = 40;

/** Some scanners send more than one key after the code (CR and LF, Enter and Tab). */
const TRAILING_MS = 100;

/** A code that comes again within this time is still the same scan. */
const SAME_MS = 1000;

const ENDS: ReadonlySet<string> = new Set(['Enter', 'NumpadEnter', 'Tab']);
const SILENT: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph']);
/** The same by their place, where an input method hides what they are. */
const SILENT_PLACE = /^(?:Shift(?:Left|Right)|CapsLock|NumLock|AltRight)$/;
const SIGNS: Readonly<Record<string, string>> = {
  ...{ Minus: '-', NumpadSubtract: '-', Space: ' ', BracketRight: ']' },
};

/** What a key types on the layout that scanners are delivered with (US). */
function typedByPlace({ code, key }: Keystroke): string {
  const place = /^(?:Key|Digit|Numpad)([0-9A-Z])$/.exec(code)?.[1];
  return place ?? SIGNS[code] ?? (key.length === 1 ? key : '');
}

/**
 * Tells a keyboard-wedge scanner from a person typing, by the time between keys alone, wherever on
 * the page the focus is. The first key of a scan cannot be told from a person's: where it writes
 * something it is let through, and taken out again when the next ones have shown whose it was.
 * From the second on, keys that come that fast are held back until that is clear.
 *
 * Keys that an input method (pinyin) has cannot be held back, and what somebody composes is not to be
 * disturbed: all of them are let through, and taken out together once they are a scan for certain.
 */
export class Wedge {
  private run: Keystroke[] = [];
  /** Those of the run that the page has had, and that were not taken out again. */
  private readonly onPage = new Set<Keystroke>();
  /** What it has had wrote something, and may have to be taken out. */
  private written = false;
  /** An input method had some of the run. */
  private composed = false;
  /** The run is a scanner's, as far as one can tell, and what can be held back is. */
  private likely = false;
  private overflown = false;
  private last = -Infinity;
  /** When a scanner sent its last key. */
  private scannedAt = -Infinity;
  private readonly repeats = new Repeats(SAME_MS);

  /** When nothing comes for so many ms, `rest` is to be called; `null`: nothing is waited for. */
  get pauseMs(): number | null {
    if (this.run.length === 0) return null;
    return this.composed ? COMPOSED_PAUSE_MS : PAUSE_MS;
  }

  key(stroke: Keystroke): WedgeStep {
    const isFast = stroke.time - this.last <= GAP_MS && !stroke.repeat;
    if (SILENT.has(stroke.key) || (stroke.composing && SILENT_PLACE.test(stroke.code))) {
      if (isFast) this.last = stroke.time;
      return { pass: true, events: [] };
    }
    const events = isFast ? [] : this.rest();
    const isPlain = !stroke.modified && !stroke.repeat;
    if (isPlain && ENDS.has(stroke.code || stroke.key)) return this.ending(stroke, events);
    if (isPlain && typedByPlace(stroke) !== '') return this.character(stroke, events);
    // A scanner's control character: the second half of CR LF, or a key that ends what it sends.
    if (isFast && (this.likely || stroke.time - this.scannedAt <= GAP_MS)) {
      this.last = stroke.time;
      return { pass: false, events };
    }
    return { pass: true, events: [...events, ...this.rest()] };
  }

  /** Nothing more came. */
  rest(): WedgeEvent[] {
    const events = this.settle(MIN_PAUSED);
    this.last = -Infinity;
    return events;
  }

  private ending(stroke: Keystroke, events: readonly WedgeEvent[]): WedgeStep {
    if (this.run.length >= MIN_ENDED && !this.isSecret()) {
      const scanned = this.settle(MIN_ENDED);
      this.scannedAt = stroke.time;
      this.last = stroke.time;
      return { pass: false, events: [...events, ...scanned] };
    }
    if (this.run.length === 0 && stroke.time - this.scannedAt <= TRAILING_MS) {
      this.last = stroke.time;
      return { pass: false, events };
    }
    return { pass: true, events: [...events, ...this.rest()] };
  }

  private character(stroke: Keystroke, events: readonly WedgeEvent[]): WedgeStep {
    const { time, composing } = stroke;
    const goesOn = time - this.scannedAt <= GAP_MS;
    const isFirst = this.run.length === 0;
    this.last = time;
    // A space presses buttons: it is not held back either.
    const pass = composing || (isFirst && !goesOn && (stroke.lands || stroke.code === 'Space'));
    const begins = pass && stroke.lands && !this.written;
    if (begins) this.written = true;
    if (composing) this.composed = true;
    if (pass) this.onPage.add(stroke);
    if (isFirst) {
      this.run = [stroke];
      this.likely = goesOn;
      return begins ? { pass, events, begins } : { pass, events };
    }
    const more = [...events, ...this.goOn(stroke)];
    return begins ? { pass, events: more, begins } : { pass, events: more };
  }

  private goOn(stroke: Keystroke): WedgeEvent[] {
    if (this.run.length >= LIMIT) {
      if (this.overflown) return [];
      this.overflown = true;
      return this.say([{ ok: false, reason: 'too-long', text: this.text(typedByPlace) }]);
    }
    this.run.push(stroke);
    if (this.run.length !== LIKELY || this.likely) return [];
    this.likely = true;
    return this.composed ? [] : this.takeOut();
  }

  private takeOut(): WedgeEvent[] {
    if (!this.written) return [];
    this.written = false;
    this.onPage.clear();
    return [{ kind: 'take-out' }];
  }

  /** Ends the run: `enough` keys are a scanner's, whatever they say. */
  private settle(enough: number): WedgeEvent[] {
    const { run, overflown } = this;
    if (run.length === 0) return [];
    const events: WedgeEvent[] = [];
    const readings = overflown ? [] : this.readings();
    if (overflown) {
      this.scannedAt = this.last;
      events.push(...this.takeOut());
    } else if (this.isScan(enough, readings)) {
      this.scannedAt = this.last;
      const text = this.text(typedByPlace);
      const said = this.say(readings.map((one) => (one.ok ? one : { ...one, text })));
      events.push(...this.takeOut(), ...said);
    } else {
      const strokes = run.filter((stroke) => !this.onPage.has(stroke));
      if (strokes.length > 0) events.push({ kind: 'typed', strokes });
    }
    this.run = [];
    this.onPage.clear();
    this.written = false;
    this.composed = false;
    this.likely = false;
    this.overflown = false;
    return events;
  }

  private isScan(enough: number, readings: readonly Reading[]): boolean {
    if (readings.some(({ ok }) => ok)) return true;
    if (this.run.length < enough || this.isSecret()) return false;
    // Without an Enter as fast as the keys, what somebody composes is taken away for a code alone.
    if (!this.composed || enough === MIN_ENDED) return true;
    return readings.some((one) => !one.ok && one.reason === 'wrong-check');
  }

  /** A secret that a program types: no code, in a field for secrets. */
  private isSecret(): boolean {
    return this.run[0]?.secret === true && !this.readings().some(({ ok }) => ok);
  }

  /** By place; by what the keys type where only that gives a code: a scanner set to the layout. */
  private readings(): readonly Reading[] {
    const byPlace = readBurst(this.run.map(typedByPlace).join(''));
    if (byPlace.some(({ ok }) => ok)) return byPlace;
    const byKey = readBurst(this.run.map(({ key }) => (key.length === 1 ? key : '')).join(''));
    return byKey.some(({ ok }) => ok) ? byKey : byPlace;
  }

  private text(typed: (stroke: Keystroke) => string): string {
    return this.run.slice(0, SHOWN).map(typed).join('');
  }

  private say(scans: readonly WedgeScan[]): WedgeEvent[] {
    return scans
      .filter((scan) => this.repeats.isNew(scan.ok ? scan.code : scan.reason, this.last))
      .map((scan) => ({ kind: 'scanned', scan }));
  }
}
