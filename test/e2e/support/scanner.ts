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

  /**
   * The same while an input method (pinyin) is switched on: the page learns of a key only where it lies
   * on the keyboard, cannot prevent it, and what is composed stands in the field at once.
   */
  async compose(text: string): Promise<void> {
    this.session ??= this.page.context().newCDPSession(this.page);
    const session = await this.session;
    const places = [...Array.from(text, (character) => placeOf(character).code), 'Enter'];
    const began = Date.now() - places.length * this.gapMs;
    const sent = places.flatMap((code, at) => {
      const timestamp = (began + at * this.gapMs) / 1000;
      const key = { code, key: 'Process', timestamp, windowsVirtualKeyCode: 229 };
      const composed = text.slice(0, at + 1).toLowerCase();
      return [
        session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
        code === 'Enter'
          ? session.send('Input.insertText', { text: composed })
          : session.send('Input.imeSetComposition', {
              ...{ text: composed, selectionStart: at + 1, selectionEnd: at + 1 },
            }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
      ];
    });
    await Promise.all(sent);
  }
}
