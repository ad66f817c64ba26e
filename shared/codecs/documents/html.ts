/** Text as it stands in HTML, in elements and in attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Names and their values, as every document lists them. */
export function htmlFacts(facts: readonly (readonly [name: string, value: string])[]): string {
  const terms = facts.map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<dl>${terms.join('')}</dl>`;
}

interface HtmlDocument {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** HTML of the body; whoever makes it has escaped what is text. */
  readonly body: string;
  /** Further rules, after those of every document. */
  readonly style?: string;
}

/** What a sheet of paper looks like, whatever is on it. */
const STYLE = `
  body { font: 11pt/1.5 "Noto Sans", "Segoe UI", Helvetica, Arial, sans-serif; color: #111; margin: 18mm; }
  h1 { font-size: 18pt; line-height: 1.25; margin: 0 0 4mm; }
  h2 { font-size: 12pt; margin: 8mm 0 2mm; }
  p { margin: 0 0 3mm; }
  dl { display: grid; grid-template-columns: 55mm 1fr; gap: 1.5mm 6mm; margin: 0; }
  dt { color: #555; }
  dd { margin: 0; }
  ul { margin: 0; padding-inline-start: 6mm; }
`;

/** A whole document that can be printed as it is: nothing in it runs, loads or leads anywhere. */
export function htmlDocument({ language, direction, title, body, style }: HtmlDocument): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}" dir="${direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}${style ?? ''}</style>`,
    '</head>',
    `<body>${body}</body>`,
    '</html>',
  ].join('\n');
}
