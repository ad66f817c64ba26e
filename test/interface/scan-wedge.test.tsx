import './support/browser';
import { MantineProvider, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scanned } from '@renderer/features/desk/scan/scanned';
import { useWedge } from '@renderer/features/desk/scan/use-wedge';
import { LAYOUTS, placeOf, QWERTY, type KeyboardLayout } from '../support/keyboard-layouts';
import { seededCodes } from '../unit/domain/badge/support';

const [CODE = '', OTHER = ''] = seededCodes(21, 2);

const scans: Scanned[] = [];
const pressed = vi.fn();
let now = 0;

beforeEach(() => {
  vi.useFakeTimers();
  scans.length = 0;
  pressed.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A page with every kind of field, each of them controlled or not. */
function Page() {
  const [name, setName] = useState('Anna');
  const [notes, setNotes] = useState('first');
  const [capacity, setCapacity] = useState('expert');
  useWedge((scanned) => scans.push(scanned));
  return (
    <MantineProvider>
      <TextInput
        label="Box"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label="Notes"
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      <NativeSelect
        label="Capacity"
        value={capacity}
        onChange={(event) => setCapacity(event.currentTarget.value)}
        data={['expert', 'observer']}
      />
      <label>
        Plain <input defaultValue="plain" />
      </label>
      <div
        role="textbox"
        aria-label="Text"
        contentEditable
        suppressContentEditableWarning
        tabIndex={0}
      >
        text
      </div>
      <label>
        Mail <input type="email" defaultValue="anna@example.org" />
      </label>
      <button onClick={pressed}>Press</button>
      <output>{`${name}|${notes}|${capacity}`}</output>
    </MantineProvider>
  );
}

const FIELDS = ['Box', 'Notes', 'Plain', 'Text', 'Mail'];
const fieldCalled = (name: string): HTMLElement =>
  name === 'Text' ? screen.getByRole('textbox', { name }) : screen.getByLabelText(name);
const contentOf = (field: HTMLElement): string | null =>
  'value' in field ? String(field.value) : field.textContent;

/** A key as a browser has it: what is not prevented writes, Enter clicks the focused button. */
function press(code: string, key: string, after: number, shiftKey = false): boolean {
  const target = document.activeElement ?? document.body;
  act(() => {
    vi.advanceTimersByTime(after);
  });
  now += after;
  const event = new KeyboardEvent('keydown', {
    ...{ code, key, shiftKey, bubbles: true, cancelable: true },
  });
  Object.defineProperty(event, 'timeStamp', { value: now });
  const isWanted = fireEvent(target, event);
  if (isWanted) act(() => byDefault(target, key));
  fireEvent(target, new KeyboardEvent('keyup', { code, key, shiftKey, bubbles: true }));
  return isWanted;
}

function byDefault(target: Element, key: string): void {
  if (key === 'Enter' && target instanceof HTMLButtonElement) target.click();
  if (key.length !== 1) return;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    const { value } = target;
    const at = target.selectionStart ?? value.length;
    const end = target.selectionEnd ?? value.length;
    fireEvent.input(target, { target: { value: value.slice(0, at) + key + value.slice(end) } });
    if (target.selectionStart !== null) target.setSelectionRange(at + 1, at + 1);
  } else if (target instanceof HTMLSelectElement) {
    fireEvent.change(target, { target: { value: 'observer' } });
  } else if (target.hasAttribute('contenteditable')) {
    const range = getSelection()?.getRangeAt(0);
    range?.insertNode(document.createTextNode(key));
    range?.collapse();
  }
}

/** What jsdom lacks of editing: enough for the editable text, and nothing for other fields. */
Object.assign(document, {
  execCommand: (command: string) => {
    const selection = getSelection();
    const node = selection?.anchorNode;
    if (!document.activeElement?.hasAttribute('contenteditable') || command !== 'delete')
      return false;
    const at = selection?.anchorOffset ?? 0;
    if (node instanceof Text) node.deleteData(at - 1, 1);
    else node?.childNodes[at - 1]?.remove();
    return true;
  },
});

function scan(text: string, layout: KeyboardLayout = QWERTY, end = 'Enter'): void {
  let after = 500;
  for (const character of text) {
    const { code, shift } = placeOf(character);
    if (shift) press('ShiftLeft', 'Shift', after);
    press(code, layout.keyAt(code, shift), shift ? 2 : after, shift);
    after = 5;
  }
  press(end, end, 5);
  act(() => {
    vi.advanceTimersByTime(500);
  });
}

function focus(field: HTMLElement): void {
  act(() => field.focus());
  if (field.hasAttribute('contenteditable')) getSelection()?.selectAllChildren(field);
  if (field.hasAttribute('contenteditable')) getSelection()?.collapseToEnd();
}

describe.each(LAYOUTS)('a scanner on a $name keyboard', (layout) => {
  it.each(FIELDS)('writes nothing into %s', (name) => {
    render(<Page />);
    const field = fieldCalled(name);
    focus(field);
    const before = contentOf(field);
    scan(CODE, layout);
    expect(scans).toEqual([{ by: 'wedge', ok: true, code: CODE }]);
    expect(contentOf(field)).toBe(before);
    expect(screen.getByRole('status').textContent).toBe('Anna|first|expert');
    expect(document.activeElement).toBe(field);
  });

  it('presses no button and chooses nothing in a list', () => {
    render(<Page />);
    focus(screen.getByRole('button'));
    scan(CODE, layout);
    expect(pressed).not.toHaveBeenCalled();
    focus(screen.getByLabelText('Capacity'));
    scan(OTHER, layout, 'Tab');
    expect(screen.getByRole('status').textContent).toBe('Anna|first|expert');
    expect(scans.map((one) => one.ok && one.code)).toEqual([CODE, OTHER]);
  });
});

describe('what was in a field', () => {
  it('stays as it was, with the place of the cursor and what was selected', () => {
    render(<Page />);
    const box = screen.getByLabelText<HTMLInputElement>('Box');
    focus(box);
    box.setSelectionRange(1, 3);
    scan(CODE);
    expect([box.value, box.selectionStart, box.selectionEnd]).toEqual(['Anna', 1, 3]);
  });

  it('is written on by whoever typed it, however fast', () => {
    render(<Page />);
    const box = screen.getByLabelText<HTMLInputElement>('Box');
    focus(box);
    box.setSelectionRange(0, 4);
    const gaps = [400, 22, 90, 12, 140, 60, 20, 20];
    Array.from('Testova!').forEach((character, at) => {
      press(placeOf(character).code, character, gaps[at] ?? 100);
    });
    act(() => {
      vi.advanceTimersByTime(100);
    });
    expect(box.value).toBe('Testova!');
    expect(screen.getByRole('status').textContent).toBe('Testova!|first|expert');
    expect(scans).toEqual([]);
  });
});

describe('with an input method', () => {
  /**
   * A key that an input method has: the page cannot prevent it. It writes into the field that has the
   * focus, also after the key that ended the scan.
   */
  function compose(code: string, writes: string, after: number, more: KeyboardEventInit = {}) {
    const target = document.activeElement ?? document.body;
    act(() => {
      vi.advanceTimersByTime(after);
    });
    now += after;
    const event = new KeyboardEvent('keydown', {
      ...{ code, key: 'Process', isComposing: true, bubbles: true, cancelable: true, ...more },
    });
    Object.defineProperty(event, 'timeStamp', { value: now });
    fireEvent(target, event);
    const field = document.activeElement;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    act(() => {
      fireEvent.input(field, { target: { value: field.value + writes } });
    });
  }
  const scanComposed = (text: string) => {
    let after = 500;
    for (const character of text) {
      const { code, shift } = placeOf(character);
      if (shift) compose('ShiftLeft', '', after);
      // The first key of a composition is not marked as one; digits choose a character.
      const writes = /\d/.test(character) ? '好' : character.toLowerCase();
      compose(code, writes, shift ? 2 : after, { isComposing: after !== 500 });
      after = 5;
    }
    compose('Enter', text, 5);
  };

  it.each(['Box', 'Notes', 'Plain'])('nothing of a scan stays in %s', (name) => {
    render(<Page />);
    const field = fieldCalled(name);
    focus(field);
    const before = contentOf(field);
    scanComposed(CODE);
    expect(scans).toEqual([{ by: 'wedge', ok: true, code: CODE }]);
    expect(contentOf(field)).toBe(before);
    act(() => {
      vi.advanceTimersByTime(100);
    });
    expect(contentOf(field)).toBe(before);
    expect(screen.getByRole('status').textContent).toBe('Anna|first|expert');
    expect(document.activeElement).toBe(field);
  });

  it('what the input method writes late is nobody’s, until somebody presses a key', () => {
    render(<Page />);
    const field = fieldCalled('Box') as HTMLInputElement;
    focus(field);
    scanComposed(CODE);
    act(() => {
      vi.advanceTimersByTime(120);
    });
    const writes = (inputType: string, cancelable: boolean): boolean => {
      const before = new InputEvent('beforeinput', { inputType, cancelable, bubbles: true });
      const isTaken = fireEvent(field, before);
      if (isTaken) fireEvent.input(field, { target: { value: `${field.value}late` } });
      return isTaken;
    };
    expect(writes('insertText', true)).toBe(false);
    expect(writes('insertCompositionText', false)).toBe(true);
    expect(field.value).toBe('Anna');
    expect(screen.getByRole('status').textContent).toBe('Anna|first|expert');
    press('KeyL', 'l', 300);
    expect(writes('insertText', true)).toBe(true);
    expect(field.value).toBe('Annallate');
  });

  it('the focus stays where the page has put it meanwhile', () => {
    render(<Page />);
    focus(fieldCalled('Box'));
    scanComposed(CODE);
    focus(fieldCalled('Notes'));
    act(() => {
      vi.advanceTimersByTime(100);
    });
    expect(document.activeElement).toBe(fieldCalled('Notes'));
  });

  it('somebody composing keeps what they wrote, and the focus all the time', () => {
    render(<Page />);
    const field = fieldCalled('Box');
    focus(field);
    const blurred = vi.fn();
    field.addEventListener('blur', blurred);
    Array.from('nihao', (letter, at) =>
      compose(placeOf(letter).code, letter, [500, 90, 20, 140, 25][at] ?? 90),
    );
    compose('Space', '', 120);
    act(() => {
      vi.advanceTimersByTime(500);
    });
    expect(contentOf(field)).toBe('Annanihao');
    expect(scans).toEqual([]);
    expect(blurred).not.toHaveBeenCalled();
  });
});

describe('outside a field', () => {
  it('a shortcut has its key a moment later, and once', () => {
    render(<Page />);
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    press('Slash', '?', 500, true);
    act(() => {
      vi.advanceTimersByTime(100);
    });
    window.removeEventListener('keydown', heard);
    expect(heard).toHaveBeenCalledOnce();
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ key: '?', shiftKey: true });
  });

  it('nothing hears what a scanner types', () => {
    render(<Page />);
    const heard = vi.fn();
    const [down, up] = ['keydown', 'keyup'];
    window.addEventListener(down, heard);
    window.addEventListener(up, heard);
    scan(CODE.toLowerCase());
    window.removeEventListener(down, heard);
    window.removeEventListener(up, heard);
    expect(heard).not.toHaveBeenCalled();
    expect(scans).toHaveLength(1);
  });

  it('Enter presses the focused button when somebody presses it', () => {
    render(<Page />);
    focus(screen.getByRole('button'));
    press('Enter', 'Enter', 500);
    expect(pressed).toHaveBeenCalledOnce();
  });

  it('a page that is left hears nothing more', () => {
    const { unmount } = render(<Page />);
    unmount();
    const input = document.body.appendChild(document.createElement('input'));
    input.focus();
    scan(CODE.toLowerCase());
    input.remove();
    expect(scans).toEqual([]);
    expect(input.value).toBe(CODE.toLowerCase());
  });
});
