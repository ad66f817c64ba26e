/** A keyboard layout: what the keys of a US keyboard type on it. */
export interface KeyboardLayout {
  readonly name: string;
  /** What a key types, by its place and with Shift or without. */
  keyAt(code: string, shift: boolean): string;
}

const LETTERS = 'QWERTYUIOPASDFGHJKLZXCVBNM';

function layout(name: string, letters: string, digits: string, shifted: string): KeyboardLayout {
  return {
    name,
    keyAt: (code, shift) => {
      if (code === 'Minus') return '-';
      const place = code.at(-1) ?? '';
      if (code.startsWith('Digit')) return (shift ? shifted : digits).charAt(Number(place));
      const letter = letters.charAt(LETTERS.indexOf(place));
      return shift ? letter.toUpperCase() : letter;
    },
  };
}

const US = '0123456789';
export const QWERTY = layout('QWERTY', 'qwertyuiopasdfghjklzxcvbnm', US, ')!@#$%^&*(');
export const AZERTY = layout('AZERTY', 'azertyuiopqsdfghjklwxcvbn,', 'à&é"\'(-è_ç', US);
export const QWERTZ = layout('QWERTZ', 'qwertzuiopasdfghjklyxcvbnm', US, '=!"§$%&/()');
export const CYRILLIC = layout('Cyrillic', 'йцукенгшщзфывапролдячсмить', US, ')!"№;%:?*(');

export const LAYOUTS = [QWERTY, AZERTY, QWERTZ, CYRILLIC] as const;

/** The key that a scanner presses for a character: those of a US keyboard, whatever is set. */
export function placeOf(character: string): { code: string; shift: boolean } {
  if (character === '-') return { code: 'Minus', shift: false };
  if (/\d/.test(character)) return { code: `Digit${character}`, shift: false };
  return { code: `Key${character.toUpperCase()}`, shift: /[A-Z]/.test(character) };
}
