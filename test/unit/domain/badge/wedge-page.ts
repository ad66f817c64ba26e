import { Wedge, type Keystroke, type WedgeEvent } from '@shared/domain/badge/wedge';
import { placeOf, QWERTY, type KeyboardLayout } from '../../../support/keyboard-layouts';

/** A page with one text field in front of a wedge: what is written, and what was scanned. */
export class Page {
  field = '';
  /** Keys that the field or a button was given and that write nothing. */
  readonly pressed: string[] = [];
  readonly scans: string[] = [];
  private readonly wedge = new Wedge();
  private now = 1000;

  constructor(private readonly lands = true) {}

  /** One key, so long after the one before. */
  key(code: string, key: string, after: number, more: Partial<Keystroke> = {}): this {
    this.wait(after);
    const stroke = { code, key, time: this.now, modified: false, repeat: false, composing: false };
    const { pass, events } = this.wedge.key({ ...stroke, lands: this.lands, ...more });
    events.forEach((event) => this.take(event));
    if (pass) this.have(key);
    return this;
  }

  wait(ms: number): this {
    if (ms >= (this.wedge.pauseMs ?? Infinity)) this.wedge.rest().forEach((one) => this.take(one));
    this.now += ms;
    return this;
  }

  /** What a scanner sends: capitals with Shift, a key every so many ms. */
  scan(
    text: string,
    { gap = 5, layout = QWERTY, end = 'Enter', shift = true }: Scanner = {},
  ): this {
    let first = true;
    for (const character of text) {
      const place = placeOf(character);
      const isShifted = place.shift && shift;
      if (isShifted) this.key('ShiftLeft', 'Shift', first ? 300 : gap / 2);
      const after = isShifted ? gap / 2 : first ? 300 : gap;
      this.key(place.code, layout.keyAt(place.code, isShifted), after);
      first = false;
    }
    if (end !== '') this.key(end, end, gap);
    return this;
  }

  private take(event: WedgeEvent): void {
    if (event.kind === 'scanned') {
      const { scan } = event;
      this.scans.push(scan.ok ? scan.code : scan.reason);
    } else if (event.kind === 'take-out') this.field = this.field.slice(0, -1);
    else event.strokes.forEach(({ key }) => this.have(key));
  }

  private have(key: string): void {
    if (key.length === 1) this.field += key;
    else if (key !== 'Shift') this.pressed.push(key);
  }
}

interface Scanner {
  readonly gap?: number;
  readonly layout?: KeyboardLayout;
  readonly end?: string;
  readonly shift?: boolean;
}
