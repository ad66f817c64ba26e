import type { TFunction } from 'i18next';
import { formatDay } from '@shared/i18n/format';
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
h1 { margin: 0 0 8mm; font-size: 22pt; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 8mm; margin: 0 0 8mm; }
dt { color: #444; } dd { margin: 0; }
ol { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm; margin: 0 0 10mm; padding: 0; list-style: none; direction: ltr; }
li { padding: 4mm; border: 1px solid #666; font: 600 20pt 'Noto Sans Mono', ui-monospace, monospace; letter-spacing: 0.12em; text-align: center; }
li span { display: block; color: #444; font: 9pt 'Noto Sans', system-ui, sans-serif; letter-spacing: 0; }
`;

/** The sheet as a document that needs nothing beside itself. */
export function sheetDocument(sheet: RecoverySheet): string {
  const facts = sheet.facts.map(
    ([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`,
  );
  const groups = sheet.groups.map(
    (group, at) => `<li><span>${at + 1}</span>${escaped(group)}</li>`,
  );
  const advice = sheet.advice.map((text) => `<p>${escaped(text)}</p>`);
  return [
    `<!doctype html><html lang="${escaped(sheet.language)}"><head><meta charset="utf-8">`,
    `<title>${escaped(sheet.title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(sheet.title)}</h1><dl>${facts.join('')}</dl><ol>${groups.join('')}</ol>`,
    `${advice.join('')}</body></html>`,
  ].join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
