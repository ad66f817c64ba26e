import { Wedge, type Keystroke, type WedgeEvent, type WedgeScan } from '@shared/domain/badge/wedge';
import {
  isSecret,
  noteWritten,
  withoutInputMethod,
  writeInto,
  writes,
  type TakeOut,
} from './written';

/**
 * Whether an input method (pinyin) has the key. The first one of a composition is marked by its name
 * alone.
 */
const isComposed = ({ isComposing, key }: KeyboardEvent): boolean =>
  isComposing || key === 'Process';

/**
 * Hears scanners that type, wherever on the page the focus is: before anything else hears the keys.
 * What a scanner types is written nowhere and presses nothing; what a person types arrives. Returns
 * how to stop.
 */
export function listenToWedge(onScan: (scan: WedgeScan) => void): () => void {
  const wedge = new Wedge();
  const events = new WeakMap<Keystroke, KeyboardEvent>();
  const held = new WeakSet<Keystroke>();
  /** Keys that are given back: they are on their way already. */
  const given = new WeakSet<Event>();
  /** Keys that the page did not see going down, and need not see coming up. */
  const down = new Set<string>();
  let takeOut: TakeOut | null = null;
  /** Where an input method writes what is to be taken out. */
  let composedIn: EventTarget | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const giveBack = (stroke: Keystroke): void => {
    const event = events.get(stroke);
    const target = event?.target;
    if (!event || !target) return;
    // What the page has had was only taken out again.
    if (held.has(stroke)) {
      const again = new KeyboardEvent('keydown', event);
      given.add(again);
      if (!target.dispatchEvent(again)) return;
    }
    if (stroke.key.length === 1) writeInto(target, stroke.key);
  };

  const take = (event: WedgeEvent): void => {
    switch (event.kind) {
      case 'take-out':
        if (takeOut !== null && composedIn !== null) withoutInputMethod(composedIn, takeOut);
        else takeOut?.();
        takeOut = null;
        composedIn = null;
        return;
      case 'typed':
        event.strokes.forEach(giveBack);
        return;
      case 'scanned':
        onScan(event.scan);
    }
  };

  const rest = (): void => {
    clearTimeout(timer);
    wedge.rest().forEach(take);
  };

  const onDown = (event: KeyboardEvent): void => {
    if (given.has(event)) return;
    const stroke: Keystroke = {
      ...{ code: event.code, key: event.key, time: event.timeStamp },
      modified: event.ctrlKey || event.altKey || event.metaKey,
      ...{ repeat: event.repeat, composing: isComposed(event), lands: writes(event.target) },
      secret: isSecret(event.target),
    };
    clearTimeout(timer);
    events.set(stroke, event);
    // The key that ends a scan may be the input method's as well.
    if (stroke.composing) composedIn = event.target;
    const step = wedge.key(stroke);
    step.events.forEach(take);
    if (step.begins) {
      takeOut = noteWritten(event.target);
      composedIn = stroke.composing ? event.target : null;
    }
    if (!step.pass) {
      held.add(stroke);
      event.preventDefault();
      event.stopImmediatePropagation();
      down.add(event.code);
    }
    if (wedge.pauseMs !== null) timer = setTimeout(rest, wedge.pauseMs);
  };

  const onUp = (event: KeyboardEvent): void => {
    if (!down.delete(event.code)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const hearing = new AbortController();
  const first = { capture: true, signal: hearing.signal };
  window.addEventListener('keydown', onDown, first);
  window.addEventListener('keyup', onUp, first);
  window.addEventListener('blur', rest, { signal: hearing.signal });
  return () => {
    hearing.abort();
    rest();
  };
}
