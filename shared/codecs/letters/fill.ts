import {
  isPlaceholder,
  type LetterTemplate,
  type Placeholder,
} from '../../domain/programme/letters';
import { oneLine } from './mime';

/** One line each, but `names`: one name a line. Empty: there is none. */
export type LetterValues = Readonly<Record<Exclude<Placeholder, 'names'>, string>> & {
  readonly names: readonly string[];
};

const ANY = /\{([a-z]+)\}/gi;

function valueOf(name: Placeholder, values: LetterValues, inSubject: boolean): string {
  if (name !== 'names') return oneLine(values[name]);
  const names = values.names.map(oneLine).filter((one) => one !== '');
  return inSubject ? names.join(', ') : names.map((one) => `– ${one}`).join('\n');
}

/** A placeholder with the full stop behind it, if there is one. */
const ANY_AND_STOP = /\{([a-z]+)\}(\.?)/gi;

/**
 * Once through the text: what stands in a value is never a placeholder itself. A value that ends in
 * a full stop of its own (“18 ноября 2026 г.”) ends the sentence with it.
 */
function filled(text: string, values: LetterValues, inSubject: boolean): string {
  return text.replace(ANY_AND_STOP, (written, name: string, stop: string) => {
    if (!isPlaceholder(name)) return written;
    const value = valueOf(name, values, inSubject);
    return value.endsWith('.') ? value : value + stop;
  });
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
