import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '@shared/codecs/letters/templates';
import { UN_LANGUAGES } from '@shared/domain/language';
import {
  keepTemplate,
  LETTER_KINDS,
  letterKey,
  templateProblem,
  unknownPlaceholders,
} from '@shared/domain/programme/letters';
import { checkDraft } from '@shared/journal/catalogue';
import { counting } from '../../../support/deciding';

const PROGRAMME = '01939a00-0000-7000-8000-00000000000a';
const GOOD = { subject: 'About {meeting}', body: 'Dear {party}' };

describe('a template of a letter', () => {
  it.each([
    [GOOD, null],
    [{ subject: ' ', body: 'Dear {party}' }, 'empty'],
    [{ subject: 'About', body: '\n' }, 'empty'],
    [{ ...GOOD, body: 'Dear {partie}' }, 'unknown-placeholder'],
    [{ ...GOOD, body: 'Dear {Party}' }, 'unknown-placeholder'],
    [{ ...GOOD, body: 'Dear { party }' }, 'unknown-placeholder'],
    [{ ...GOOD, subject: 'О {совещание}' }, 'unknown-placeholder'],
    [{ ...GOOD, body: 'Dear {party' }, 'lone-brace'],
    [{ ...GOOD, subject: 'About meeting}' }, 'lone-brace'],
  ])('%j: %s', (template, problem) => {
    expect(templateProblem(template)).toBe(problem);
    const decision = keepTemplate(counting(1), {
      ...{ programme: PROGRAMME, key: 'reminder-fr', template, over: [] },
    });
    expect(decision.ok ? null : decision.reason).toBe(problem);
  });

  it('names everything in braces that stands for nothing, once', () => {
    expect(unknownPlaceholders('{names} {nom} {} {nom} {names}')).toEqual(['nom', '']);
  });

  it('is kept as a protected value of its own letter and language, over what held before', () => {
    const over = ['01939a00-0000-7000-8000-00000000000b'];
    const kept = keepTemplate(counting(1), {
      ...{ programme: PROGRAMME, key: letterKey('reminder', 'fr'), template: GOOD, over },
    });
    if (!kept.ok) throw new Error(kept.reason);
    const [one] = kept.drafts;
    expect(one).toMatchObject({
      ...{ type: 'programme.changed', over, body: { id: PROGRAMME, set: {} } },
      personal: { set: { 'reminder-fr': GOOD } },
    });
    for (const made of kept.drafts) expect(() => checkDraft(made)).not.toThrow();
  });

  it('that is put back to the built-in one says so with nothing', () => {
    const back = keepTemplate(counting(1), {
      ...{ programme: PROGRAMME, key: 'reminder-fr', template: null, over: [] },
    });
    expect(back.ok && back.drafts[0]?.personal).toEqual({ set: { 'reminder-fr': null } });
    for (const made of back.ok ? back.drafts : []) expect(() => checkDraft(made)).not.toThrow();
  });

  it.each(
    UN_LANGUAGES.flatMap((language) => LETTER_KINDS.map((kind) => [language, kind] as const)),
  )('the built-in one in %s, %s, could itself be kept', (language, kind) => {
    expect(templateProblem(TEMPLATES[language][kind])).toBeNull();
  });
});
