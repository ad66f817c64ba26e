import { describe, expect, it } from 'vitest';
import { ariaKeys, keyCaps, matchesKeys } from '@renderer/ui/keys';
import { readTime } from '@renderer/ui/time-field';

const event = (code: string, key: string, held: Partial<KeyboardEventInit> = {}) =>
  new KeyboardEvent('keydown', { code, key, ...held });

describe('a shortcut', () => {
  it.each([
    ['Alt+1', event('Digit1', '1', { altKey: true }), true],
    ['Alt+1', event('Digit1', '&', { altKey: true }), true],
    ['Alt+1', event('Digit1', '1'), false],
    ['Alt+1', event('Digit1', '1', { altKey: true, ctrlKey: true }), false],
    ['Mod+K', event('KeyK', 'л', { ctrlKey: true }), true],
    ['Mod+K', event('KeyK', 'K', { ctrlKey: true, shiftKey: true }), false],
    ['?', event('Slash', '?', { shiftKey: true }), true],
    ['?', event('Digit7', '?', { shiftKey: true }), true],
    ['?', event('Slash', '/'), false],
    ['F2', event('F2', 'F2'), true],
    ['Escape', event('Escape', 'Escape', { shiftKey: true }), false],
  ])('%s', (keys, pressed, matches) => {
    expect(matchesKeys(pressed, keys)).toBe(matches);
  });

  it('is shown and told as it is pressed', () => {
    expect(keyCaps('Mod+K')).toEqual(['Ctrl', 'K']);
    expect(ariaKeys('Mod+K')).toBe('Control+K');
  });
});

describe('a time that is typed', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['09:30', '09:30'],
    ['1745', '17:45'],
    ['9h15', '09:15'],
    ['24:00', null],
    ['9:60', null],
    ['morning', null],
    ['', null],
  ])('%s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });
});
