import type { TFunction } from 'i18next';
import { escapeHtml, htmlDocument, htmlFacts } from '@shared/codecs/documents/html';
import { formatDay } from '@shared/i18n/format';
import { directionOf } from '@shared/i18n/languages';
import { groupsOf } from './recovery-code';

/** What stands on the sheet of paper, in the language of the interface. */
export interface RecoverySheet {
  readonly language: string;
  readonly title: string;
  /** Desk and date. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly groups: readonly string[];
  /** What to do with it, one sentence or two each. */
  readonly advice: readonly string[];
}

interface SheetInput {
  readonly desk: string;
  /** ISO day on which the code was made. */
  readonly day: string;
  readonly code: string;
  readonly language: string;
}

export function recoverySheet(input: SheetInput, t: TFunction<'protection'>): RecoverySheet {
  const { desk, day, code, language } = input;
  return {
    language,
    title: t('sheet.paper.title'),
    facts: [
      [t('sheet.paper.desk'), desk],
      [t('sheet.paper.made'), formatDay(day, language)],
    ],
    groups: groupsOf(code),
    advice: [t('sheet.paper.what'), t('sheet.paper.how'), t('sheet.paper.where')],
  };
}

const STYLE = `
@page { margin: 25mm 20mm; }
body { margin: 0; color: #000; font: 12pt/1.5 'Noto Sans', system-ui, sans-serif; }
h1 { margin-bottom: 8mm; font-size: 22pt; }
p { margin: 0 0 4mm; }
dl { grid-template-columns: max-content 1fr; gap: 1mm 8mm; margin-bottom: 8mm; }
ol { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm; margin: 0 0 10mm; padding: 0; list-style: none; direction: ltr; }
li { padding: 4mm; border: 1px solid #666; font: 600 20pt 'Noto Sans Mono', ui-monospace, monospace; letter-spacing: 0.12em; text-align: center; }
li span { display: block; color: #444; font: 9pt 'Noto Sans', system-ui, sans-serif; letter-spacing: 0; }
`;

/** The sheet as a document that needs nothing beside itself. */
export function sheetDocument({ language, title, facts, groups, advice }: RecoverySheet): string {
  const items = groups.map((group, at) => `<li><span>${at + 1}</span>${escapeHtml(group)}</li>`);
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    htmlFacts(facts),
    `<ol>${items.join('')}</ol>`,
    ...advice.map((text) => `<p>${escapeHtml(text)}</p>`),
  ].join('\n');
  return htmlDocument({ language, direction: directionOf(language), title, body, style: STYLE });
}
