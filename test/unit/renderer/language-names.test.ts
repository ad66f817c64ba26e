import { describe, expect, it } from 'vitest';
import { languageChoices, languageName } from '@renderer/features/people/language-names';

describe('the languages that a person can have', () => {
  it.each([
    ['en', 'fr', 'French'],
    ['ru', 'fr', 'французский'],
  ])('are named in %s', (language, code, name) => {
    expect(languageChoices(language)).toContainEqual({ value: code, label: name });
    expect(languageName(code, language)).toBe(name);
  });

  it('are each there once, the six official ones among them, in the order of the names', () => {
    const choices = languageChoices('en');
    const codes = choices.map(({ value }) => value);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(choices.map(({ label }) => label)).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(['ar', 'zh', 'en', 'fr', 'ru', 'es']));
    // Replaced by "he".
    expect(codes).not.toContain('iw');
    const labels = choices.map(({ label }) => label);
    expect(labels).toEqual([...labels].sort(new Intl.Collator('en').compare));
  });

  it.each(['de facto', 'русский', '', 'x-y z'])('stay as a list wrote them: “%s”', (text) => {
    expect(languageName(text, 'en')).toBe(text);
  });
});
