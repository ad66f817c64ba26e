import { oneLine } from './mime';
import type { LetterTemplate } from './templates';

export const PLACEHOLDERS = ['party', 'meeting', 'dates', 'names', 'deadline'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** One line each, but `names`: one name a line. Empty: there is none. */
export type LetterValues = Readonly<Record<Exclude<Placeholder, 'names'>, string>> & {
  readonly names: readonly string[];
};

const ANY = /\{([a-z]+)\}/gi;

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}

/** Placeholders of a text that nothing is known to stand for: misspelt when somebody edited it. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(ANY)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !isPlaceholder(name)))];
}

function valueOf(name: Placeholder, values: LetterValues, inSubject: boolean): string {
  if (name !== 'names') return oneLine(values[name]);
  const names = values.names.map(oneLine).filter((one) => one !== '');
  return inSubject ? names.join(', ') : names.map((one) => `– ${one}`).join('\n');
}

/** Once through the text: what stands in a value is never a placeholder itself. */
function filled(text: string, values: LetterValues, inSubject: boolean): string {
  return text.replace(ANY, (written, name: string) =>
    isPlaceholder(name) ? valueOf(name, values, inSubject) : written,
  );
}

/**
 * A template with its values. A paragraph with a placeholder that has no value says nothing, and is
 * left out; a placeholder that is not known stays as it is written.
 */
export function fillTemplate({ subject, body }: LetterTemplate, values: LetterValues) {
  const paragraphs = body.replaceAll('\r\n', '\n').split(/\n{2,}/);
  const telling = paragraphs.filter((paragraph) =>
    [...paragraph.matchAll(ANY)].every(
      ([, name = '']) => !isPlaceholder(name) || valueOf(name, values, false) !== '',
    ),
  );
  return {
    subject: oneLine(filled(subject, values, true)),
    body: telling.map((paragraph) => filled(paragraph, values, false)).join('\n\n'),
  };
}
