import { z } from 'zod';
import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import { UN_LANGUAGES, type UnLanguage } from '../language';

export const LETTER_KINDS = ['acknowledgement', 'reminder'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const LETTER_LIMITS = { subject: 500, body: 20_000 } as const;

export const letterTemplateSchema = z.strictObject({
  subject: z.string().max(LETTER_LIMITS.subject),
  body: z.string().max(LETTER_LIMITS.body),
});
export type LetterTemplate = Readonly<z.infer<typeof letterTemplateSchema>>;

/** A field for each letter in each language: two desks that change different ones do not meet. */
export type LetterKey = `${LetterKind}-${UnLanguage}`;

export function letterKey(kind: LetterKind, language: UnLanguage): LetterKey {
  return `${kind}-${language}`;
}

export const LETTER_KEYS: readonly LetterKey[] = LETTER_KINDS.flatMap((kind) =>
  UN_LANGUAGES.map((language) => letterKey(kind, language)),
);

export function isLetterKey(text: string): text is LetterKey {
  return (LETTER_KEYS as readonly string[]).includes(text);
}

/** The letter and the language that a field is for. */
export function letterOf(key: LetterKey): { kind: LetterKind; language: UnLanguage } {
  const [kind, language] = key.split('-') as [LetterKind, UnLanguage];
  return { kind, language };
}

/** A programme's own wording of its letters; `null`, or not there: the built-in one. */
export type OwnLetters = Readonly<Partial<Record<LetterKey, LetterTemplate | null>>>;

/** Protected, because who writes letters signs them. */
export const programmePersonal = z.object(
  Object.fromEntries(LETTER_KEYS.map((key) => [key, letterTemplateSchema.nullable()])) as Record<
    LetterKey,
    z.ZodNullable<typeof letterTemplateSchema>
  >,
);

export const PLACEHOLDERS = ['party', 'meeting', 'dates', 'names', 'deadline'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}

const IN_BRACES = /\{([^{}]*)\}/g;

/** What stands in braces and nothing is known to stand for: misspelt when somebody edited it. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(IN_BRACES)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !isPlaceholder(name)))];
}

/** Whether a brace was opened or closed alone: a placeholder that lost its other half. */
export function hasLoneBrace(text: string): boolean {
  return /[{}]/.test(text.replace(IN_BRACES, ''));
}

export type TemplateProblem = 'empty' | 'unknown-placeholder' | 'lone-brace';

/** Why a template cannot be kept; `null`: it can. */
export function templateProblem({ subject, body }: LetterTemplate): TemplateProblem | null {
  if (subject.trim() === '' || body.trim() === '') return 'empty';
  for (const text of [subject, body]) {
    if (unknownPlaceholders(text).length > 0) return 'unknown-placeholder';
    if (hasLoneBrace(text)) return 'lone-brace';
  }
  return null;
}

/**
 * Keeps a programme's own text of a letter for every desk, or, with `null`, goes back to the
 * built-in one. `over`: heads of that field.
 */
export function keepTemplate(
  context: DecisionContext,
  input: {
    readonly programme: string;
    readonly key: LetterKey;
    readonly template: LetterTemplate | null;
    readonly over: readonly string[];
  },
): Decision<TemplateProblem> {
  const { programme, key, template, over } = input;
  const problem = template === null ? null : templateProblem(template);
  if (problem !== null) return { ok: false, reason: problem };
  const kept = template === null ? null : { subject: template.subject, body: template.body };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'programme.changed',
        over: [...over],
        body: { id: programme, set: {} },
        personal: { set: { [key]: kept } },
      }),
    ],
  };
}
