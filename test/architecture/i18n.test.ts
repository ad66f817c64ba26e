import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createI18n } from '@shared/i18n/i18n';
import { INTERFACE_LANGUAGES } from '@shared/i18n/languages';
import { en } from '@shared/i18n/locales/en/index';
import { ru } from '@shared/i18n/locales/ru/index';

const root = join(import.meta.dirname, '..', '..');

type Tree = { [key: string]: string | Tree };

/** Every text under its full key: `meetings:form.title`. */
function texts(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path =
      prefix === '' ? key : prefix.includes(':') ? `${prefix}.${key}` : `${prefix}:${key}`;
    if (typeof value === 'string') found.set(path, value);
    else for (const [inner, text] of texts(value, path)) found.set(inner, text);
  }
  return found;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(PLURAL, '').replace(/_ordinal$/, '');
const isOrdinal = (key: string) => /_ordinal_(zero|one|two|few|many|other)$/.test(key);
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{-?\s*([^},\s]+)/g)].map((match) => match[1] ?? '');

const languages = { en: texts(en), ru: texts(ru) };

/** Source files of the program, as text. */
function sources(folder: string): { file: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { file: path.slice(root.length + 1), text: readFileSync(path, 'utf8') };
    });
}

describe('the languages of the interface', () => {
  it('are those that have words', () => {
    expect(Object.keys(INTERFACE_LANGUAGES).sort()).toEqual(Object.keys(languages).sort());
  });

  it('have the same namespaces', () => {
    expect(Object.keys(ru)).toEqual(Object.keys(en));
  });

  it('say the same things', () => {
    const stems = (language: keyof typeof languages) =>
      [...new Set([...languages[language].keys()].map(stem))].sort();
    expect(stems('ru')).toEqual(stems('en'));
  });

  it.each(Object.keys(languages) as (keyof typeof languages)[])(
    '%s leaves no text empty',
    (language) => {
      const empty = [...languages[language]].filter(([, text]) => text.trim() === '');
      expect(empty).toEqual([]);
    },
  );

  it.each(Object.keys(languages) as (keyof typeof languages)[])(
    '%s has every plural form of its grammar, and no other',
    (language) => {
      const keys = [...languages[language].keys()].filter((key) => PLURAL.test(key));
      for (const type of ['cardinal', 'ordinal'] as const) {
        const { pluralCategories } = new Intl.PluralRules(language, { type }).resolvedOptions();
        const own = keys.filter((key) => isOrdinal(key) === (type === 'ordinal'));
        for (const one of new Set(own.map(stem))) {
          const forms = own.filter((key) => stem(key) === one).map((key) => PLURAL.exec(key)?.[1]);
          expect({ key: one, forms: forms.sort() }).toEqual({
            key: one,
            forms: [...pluralCategories].sort(),
          });
        }
      }
    },
  );

  it('fill in the same values', () => {
    // A form for exactly one may leave its number out: "Saving…".
    const byStem = (language: keyof typeof languages) => {
      const found = new Map<string, Set<string>>();
      for (const [key, text] of languages[language]) {
        const values = found.get(stem(key)) ?? new Set<string>();
        for (const name of placeholders(text)) values.add(name);
        found.set(stem(key), values);
      }
      return new Map([...found].map(([key, values]) => [key, [...values].sort()]));
    };
    const [english, russian] = [byStem('en'), byStem('ru')];
    for (const [key, values] of english) expect([key, russian.get(key)]).toEqual([key, values]);
  });

  it('throw for a key that nobody wrote, and only where mistakes are to be found', () => {
    const strict = createI18n({ language: 'ru', strict: true });
    const lenient = createI18n({ language: 'ru', strict: false });
    const t = (instance: typeof strict) => instance.t.bind(instance) as (key: string) => string;
    expect(() => t(strict)('app:nobody.wrote.this')).toThrow(/nobody\.wrote\.this/);
    expect(t(lenient)('app:nobody.wrote.this')).toBe('nobody.wrote.this');
  });

  it('count in Russian as Russian counts', () => {
    const { t } = createI18n({ language: 'ru', strict: true });
    expect([1, 2, 5, 21, 22, 111].map((count) => t('meetings:count', { count }))).toEqual([
      '1 совещание',
      '2 совещания',
      '5 совещаний',
      '21 совещание',
      '22 совещания',
      '111 совещаний',
    ]);
  });
});

const program = [...sources('renderer'), ...sources('shared'), ...sources('electron')].filter(
  ({ file }) => !file.startsWith('shared/i18n/locales'),
);

describe('keys', () => {
  /** What could stand for a key in the source: whole literals, and templates with holes. */
  const literals = new Set<string>();
  const templates: RegExp[] = [];
  for (const { file, text } of program) collect(parse(file, text));

  function collect(node: ts.Node): void {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    else if (ts.isTemplateExpression(node)) templates.push(pattern(node));
    ts.forEachChild(node, collect);
  }

  it('are all used', () => {
    const unused = [...new Set([...languages.en.keys()].map(stem))].filter((key) => {
      const [, path = ''] = key.split(':');
      const whole = literals.has(path) || literals.has(key);
      return !whole && !templates.some((one) => one.test(path) || one.test(key));
    });
    expect(unused).toEqual([]);
  });
});

/** `form.${x}` as a pattern; a template that is nothing but holes matches nothing. */
function pattern(node: ts.TemplateExpression): RegExp {
  const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return parts[0]?.includes('.') === true || parts[0]?.includes(':') === true
    ? new RegExp(`^${escaped.join('[^ ]+')}$`)
    : /^(?!)/;
}

function parse(file: string, text: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

/** Attributes whose text a person sees or hears. */
const SPOKEN = new Set([
  ...['label', 'title', 'placeholder', 'description', 'alt', 'hint', 'error', 'legend'],
  ...['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'subtitle'],
  ...['nothingFoundMessage', 'question', 'confirm', 'detail'],
]);

/** What is the same in every language: signs, times, codes of programs. */
const SAME_EVERYWHERE = /^[^\p{L}]*$/u;

/** Text in JSX that does not come from the words. */
function hardCoded(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    if (SAME_EVERYWHERE.test(text)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${source.fileName}:${line + 1}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (
      ts.isJsxExpression(node) &&
      (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)) &&
      node.expression !== undefined
    ) {
      noteLiterals(node.expression);
    }
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) {
      const value = node.initializer;
      if (value !== undefined && ts.isStringLiteral(value)) note(node, value.text);
      if (value !== undefined && ts.isJsxExpression(value) && value.expression) {
        noteLiterals(value.expression);
      }
    }
    ts.forEachChild(node, visit);
  };
  /** A literal that is shown as it stands, also from one side of a choice. */
  const noteLiterals = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) note(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      note(node, node.head.text + node.templateSpans.map((span) => span.literal.text).join(''));
    } else if (ts.isConditionalExpression(node)) {
      noteLiterals(node.whenTrue);
      noteLiterals(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      noteLiterals(node.right);
    } else if (ts.isParenthesizedExpression(node)) noteLiterals(node.expression);
  };
  visit(source);
  return found;
}

describe('text in the interface', () => {
  it('comes from the words, never from the code', () => {
    const pages = program.filter(({ file }) => file.endsWith('.tsx'));
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap(({ file, text }) => hardCoded(parse(file, text)))).toEqual([]);
  });

  it.each([
    ['between tags', '<p>Welcome</p>'],
    ['in an expression', "<p>{'Welcome'}</p>"],
    ['on one side of a choice', "<p>{here ? 'Welcome' : name}</p>"],
    ['in a template', '<p>{`Welcome ${name}`}</p>'],
    ['in a label', '<input aria-label="Name" />'],
    ['in a placeholder', '<Field placeholder={`Search ${what}`} />'],
  ])('is caught %s', (_, jsx) => {
    expect(hardCoded(parse('planted.tsx', `const page = ${jsx};`))).toHaveLength(1);
  });

  it.each(['<p>{t("x")} · {n}</p>', '<i className="wide" />', '<p>{n} – {m}</p>'])(
    'is not seen where there is none: %s',
    (jsx) => {
      expect(hardCoded(parse('planted.tsx', `const page = ${jsx};`))).toEqual([]);
    },
  );
});
