import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Register } from '@electron/register/register';
import type { Draft } from '@shared/operation/operation';
import { personDrafts } from '../../../support/sample-drafts';

/** An invented person with words that occur nowhere else: what must not be found when forgotten. */
export interface Someone {
  readonly id: string;
  readonly words: readonly string[];
  readonly drafts: () => Draft[];
}

const LETTERS = 'bcdfghklmnprstvz';

export function someone(newId: () => string): Someone {
  const id = newId();
  // Letters of the id's random part: as good as unique, and no part of another word.
  const mark = [...id.slice(-12)].map((digit) => LETTERS[Number.parseInt(digit, 16)]).join('');
  const words = [`Q${mark}ova`, `given-${mark}`, `${mark}@example.org`, `said by ${mark}`];
  const [family = '', given = '', email = '', note = ''] = words;
  return {
    ...{ id, words },
    drafts: (): Draft[] => {
      const [recorded, changed] = personDrafts(newId, id) as [Draft, Draft];
      return [
        { ...recorded, personal: { set: { family, given, emails: [email] } } },
        { ...changed, personal: { set: {}, note } },
      ];
    },
  };
}

/** Files below a folder in whose bytes any of the words stands. */
export function filesWith(folder: string, words: readonly string[]): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = fs.readFileSync(path);
      return words.some((word) => bytes.includes(word));
    });
}

/** Lets the register's background work go on until nothing that was forgotten lies anywhere. */
export async function erasedEverywhere(register: Register): Promise<void> {
  while (register.erasure([]).backup === 'pending') {
    await new Promise((resolve) => void setImmediate(resolve));
  }
}
