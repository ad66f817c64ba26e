import type { CDPSession, Page } from '@playwright/test';
import { placeOf, QWERTY, type KeyboardLayout } from '../../support/keyboard-layouts';

/** A scanner that types: a key every so many milliseconds, on the layout of the computer. */
export class Scanner {
  private session: Promise<CDPSession> | null = null;

  constructor(
    private readonly page: Page,
    private readonly gapMs = 5,
  ) {}

  /** Types a code and Enter, as fast as a scanner does; the keys bear the times of a scanner. */
  async scan(text: string, layout: KeyboardLayout = QWERTY): Promise<void> {
    this.session ??= this.page.context().newCDPSession(this.page);
    const session = await this.session;
    const strokes = [
      ...Array.from(text, (character) => {
        const { code, shift } = placeOf(character);
        return { code, key: layout.keyAt(code, shift), modifiers: shift ? 8 : 0 };
      }),
      { code: 'Enter', key: 'Enter', modifiers: 0 },
    ];
    // How fast they come must not depend on how busy this machine is.
    const began = Date.now() - strokes.length * this.gapMs;
    const sent = strokes.flatMap(({ code, key, modifiers }, at) => {
      const timestamp = (began + at * this.gapMs) / 1000;
      const text = key === 'Enter' ? '\r' : key;
      const keyCode = key === 'Enter' ? 13 : code.charCodeAt(code.length - 1);
      const both = { code, key, modifiers, timestamp, windowsVirtualKeyCode: keyCode };
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...both }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...both }),
      ];
    });
    await Promise.all(sent);
  }
}
