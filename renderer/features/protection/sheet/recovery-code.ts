/** The groups of a recovery code, as they stand on the sheet. */
export function groupsOf(code: string): string[] {
  return code.split(/[\s-]+/).filter((group) => group !== '');
}

/**
 * Whether what was typed is this group. Crockford's base 32 has no I, L, O and U: whoever reads one
 * of the first three on paper has seen a 1 or a 0.
 */
export function isGroup(typed: string, group: string): boolean {
  return plain(typed) === plain(group);
}

/** Look-alikes, and the Cyrillic letters on the keys of a Russian keyboard. */
const READ_AS: Readonly<Record<string, string>> = {
  ...{ O: '0', I: '1', L: '1' },
  ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M' },
  ...{ О: '0', Р: 'P', Т: 'T', Х: 'X', У: 'Y' },
};

const plain = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replace(/[ILOАВСЕНКМОРТХУ]/g, (letter) => READ_AS[letter] ?? letter);

/** Two different places among `count`, in order. `random` gives numbers from 0 up to below 1. */
export function twoOf(count: number, random: () => number): readonly [number, number] {
  const first = Math.floor(random() * count);
  const second = (first + 1 + Math.floor(random() * (count - 1))) % count;
  return first < second ? [first, second] : [second, first];
}
