import { useEffect } from 'react';
import { offeredCommands } from './commands';

type Modifier = 'Mod' | 'Alt' | 'Shift';

const isMac = /mac/i.test(typeof navigator === 'undefined' ? '' : navigator.platform);

/**
 * Whether an event is the shortcut. Letters and digits go by their place on the keyboard, so that
 * a Russian or Arabic layout changes nothing; signs (`?`) go by what they type.
 */
export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: Modifier) => parts.includes(modifier);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  if (mod !== wants('Mod') || event.altKey !== wants('Alt')) return false;
  if (/^[A-Z]$/.test(key)) return event.code === `Key${key}` && event.shiftKey === wants('Shift');
  if (/^\d$/.test(key)) return event.code === `Digit${key}` && event.shiftKey === wants('Shift');
  if (key.length === 1) return event.key === key;
  return event.key === key && event.shiftKey === wants('Shift');
}

/** A shortcut as the caps that one presses: `['Alt', '1']`, `['⌘', 'K']`. */
export function keyCaps(keys: string): string[] {
  return keys.split('+').map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Alt') return isMac ? '⌥' : 'Alt';
    if (part === 'ArrowUp') return '↑';
    if (part === 'ArrowDown') return '↓';
    if (part === 'Escape') return 'Esc';
    return part;
  });
}

/** The form that `aria-keyshortcuts` takes. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', isMac ? 'Meta' : 'Control');
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** A plain sign belongs to the field that is being typed in; with a modifier it is a command. */
const isPlain = (keys: string) => keys.length === 1 || /^Shift\+.$/.test(keys);

/** Runs offered commands by their keys. Mounted once, in the frame. */
export function useCommandKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const typing = isTyping(event.target);
      const command = offeredCommands().find(
        ({ keys }) => keys !== undefined && !(typing && isPlain(keys)) && matchesKeys(event, keys),
      );
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
