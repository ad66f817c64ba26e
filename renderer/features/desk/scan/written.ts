/** Takes out again what a scanner's first key wrote, before anybody knew whose it was. */
export type TakeOut = () => void;

/** The part of `document` that writes as if somebody typed, so that it can be undone. */
interface Editing {
  readonly execCommand?: (command: string, showInterface: boolean, value: string) => boolean;
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;

const NO_TEXT = /^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/;

function isText(target: EventTarget | null): target is TextElement {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly && !target.disabled;
  if (!(target instanceof HTMLInputElement)) return false;
  return !target.readOnly && !target.disabled && !NO_TEXT.test(target.type);
}

function isEditable(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.closest(EDITABLE) !== null;
}

const EDITABLE = '[contenteditable]:not([contenteditable="false"])';

/** Whether a key that goes there writes something: a text, or the choice of a list. */
export function writes(target: EventTarget | null): boolean {
  return isText(target) || isEditable(target) || target instanceof HTMLSelectElement;
}

/** Notes how a field is before a key reaches it. */
export function noteWritten(target: EventTarget | null): TakeOut {
  if (isText(target)) return noteText(target);
  if (target instanceof HTMLSelectElement) return noteChoice(target);
  if (isEditable(target)) return noteEditable(target);
  return () => undefined;
}

/** Writes a character where somebody typed it, as far as the field takes one. */
export function writeInto(target: EventTarget | null, character: string): void {
  if (isText(target)) {
    if (document.activeElement === target && edit('insertText', character)) return;
    const { value } = target;
    const start = target.selectionStart ?? value.length;
    const end = target.selectionEnd ?? value.length;
    setValue(target, value.slice(0, start) + character + value.slice(end), character);
    if (target.selectionStart !== null) target.setSelectionRange(start + 1, start + 1);
  } else if (isEditable(target)) {
    edit('insertText', character);
  }
}

function noteText(field: TextElement): TakeOut {
  const { value, selectionStart: start, selectionEnd: end, selectionDirection } = field;
  return () => {
    if (field.value !== value) {
      if (document.activeElement === field && start !== null) replaceChanged(field, value);
      if (field.value !== value) setValue(field, value, null);
    }
    if (start !== null) field.setSelectionRange(start, end, selectionDirection ?? 'none');
  };
}

/** Puts back the part that differs, as an edit that the field's undo knows. */
function replaceChanged(field: TextElement, value: string): void {
  const now = field.value;
  const shorter = Math.min(now.length, value.length);
  let from = 0;
  while (from < shorter && now[from] === value[from]) from += 1;
  let back = 0;
  while (back < shorter - from && now.at(-1 - back) === value.at(-1 - back)) back += 1;
  field.setSelectionRange(from, now.length - back);
  const part = value.slice(from, value.length - back);
  edit(part === '' ? 'delete' : 'insertText', part);
}

/** So long the field of an input method is without the focus. */
const AWAY_MS = 50;
/** What it still writes, and no key of a person before it, comes within this time. */
const STILL_WRITING_MS = 500;
/** Keys that a scanner sends after its Enter come within this time. */
const TRAILING_MS = 100;

const WRITING = ['insertText', 'insertCompositionText'];

/**
 * Takes out what an input method wrote. It ends what it composes only when its field loses the focus,
 * and what it writes after the last key then goes nowhere; the focus comes back a moment later, unless
 * somebody has put it elsewhere. Where the page was too busy, it writes later still: until somebody
 * presses a key, what is written there is not theirs.
 */
export function withoutInputMethod(field: EventTarget, takeOut: TakeOut): void {
  if (!isText(field)) {
    takeOut();
    return;
  }
  field.blur();
  takeOut();
  const { selectionStart, selectionEnd } = field;
  // Chromium writes what was composed where the cursor was, though the field has no focus any more.
  getSelection()?.removeAllRanges();
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    field.focus({ preventScroll: true });
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
  }, AWAY_MS);

  const guard = new AbortController();
  const early = { capture: true, signal: guard.signal };
  const since = performance.now();
  let before: TakeOut | null = null;
  const onBefore = (event: InputEvent) => {
    if (event.target !== field || !WRITING.includes(event.inputType)) return;
    // What is composed cannot be prevented: it is taken out when it stands there.
    if (event.cancelable) event.preventDefault();
    else before = noteText(field);
  };
  const onInput = (event: Event) => {
    if (event.target !== field || before === null) return;
    event.stopImmediatePropagation();
    const put = before;
    before = null;
    put();
  };
  const onKey = () => {
    if (performance.now() - since > TRAILING_MS) guard.abort();
  };
  window.addEventListener('beforeinput', onBefore, early);
  window.addEventListener('input', onInput, early);
  window.addEventListener('keydown', onKey, early);
  setTimeout(() => guard.abort(), STILL_WRITING_MS);
}

function noteChoice(list: HTMLSelectElement): TakeOut {
  const { selectedIndex } = list;
  return () => {
    if (list.selectedIndex === selectedIndex) return;
    list.selectedIndex = selectedIndex;
    for (const type of ['input', 'change']) list.dispatchEvent(new Event(type, { bubbles: true }));
  };
}

function noteEditable(target: HTMLElement): TakeOut {
  const host = target.closest<HTMLElement>(EDITABLE) ?? target;
  const { textContent } = host;
  return () => {
    if (host.textContent === textContent) return;
    edit('delete', '');
    // Something that was selected had been typed over.
    if (host.textContent !== textContent) edit('undo', '');
  };
}

function edit(command: string, value: string): boolean {
  const editing: Editing = document;
  return editing.execCommand?.(command, false, value) ?? false;
}

/** Sets a value so that React takes it for somebody's. */
function setValue(field: TextElement, value: string, data: string | null): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  const own = Object.getOwnPropertyDescriptor(kind.prototype, 'value');
  own?.set?.call(field, value);
  const inputType = data === null ? 'deleteContentBackward' : 'insertText';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data, inputType }));
}

/** A field for a PIN or a passphrase. */
export function isSecret(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'password';
}
