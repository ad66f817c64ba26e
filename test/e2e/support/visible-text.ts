import type { Page } from '@playwright/test';
import { allTexts } from './words';

/** Everything that somebody sees or is read on the page now: texts, labels, hints, titles. */
export async function visibleTexts(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const texts: string[] = [document.title];
    const seen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    for (const element of document.querySelectorAll('body *')) {
      if (['SCRIPT', 'STYLE'].includes(element.tagName) || !seen(element)) continue;
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.nodeValue ?? '');
      }
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
        texts.push(element.getAttribute(name) ?? '');
      }
      // What is chosen in a list is the interface's word; what is typed is the user's.
      if (element instanceof HTMLInputElement && element.readOnly) texts.push(element.value);
    }
    return texts;
  });
  return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ''))];
}

/** A language is offered under its own name. */
const OWN_NAME = 'English';

/** These are in the sample's own data as well, where they stay as they were written. */
const CONTENT =
  /^(meetings\.form\.sessionName|agenda\.newItemHint|recommendations\.newHint|documents\.scope\.meetings)/;

interface EnglishText {
  readonly key: string;
  readonly pattern: RegExp;
}

/** A word that is told from a name or a code. */
const WORD = /[a-z]{3}/i;

/** Texts of the English interface that are others in Russian. */
function englishOnly(): EnglishText[] {
  const russian = new Set(allTexts('ru').values());
  return [...allTexts('en')]
    .filter(([key, text]) => !CONTENT.test(key) && text !== OWN_NAME && !russian.has(text))
    .filter(([, text]) => text.split(PLACE).some((part) => WORD.test(part)))
    .map(([key, text]) => ({ key, pattern: patternOf(text) }));
}

/** Where a value goes into a text. */
const PLACE = /\{\{.*?\}\}/;
const NUMBER = /^\{\{(count|number|formatted)\}\}$/;

/** The text with anything in its places; a count is a number, and "Opening of the meeting" is none. */
function patternOf(text: string): RegExp {
  const parts = text.split(/(\{\{.*?\}\})/).map((part) => {
    if (!PLACE.test(part)) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return NUMBER.test(part) ? '[\\d\\s.,]+' : '.+';
  });
  return new RegExp(`^${parts.join('')}$`, 's');
}

const ENGLISH = englishOnly();

/** English words of the interface among these texts, with their keys. */
export function englishAmong(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const found = ENGLISH.find(({ pattern }) => pattern.test(text));
    return found === undefined ? [] : [`“${text}” (${found.key})`];
  });
}
