import { escapeHtml, htmlDocument, htmlFacts } from '../documents/html';

/** What a certificate of forgetting states; texts are as they are to be printed. */
export interface CertificateFacts {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly lead: string;
  /** Name and value of each: when, by whom, at which desk, why, how much. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** References of those who were forgotten, or the name that was asked for. */
  readonly people: { readonly title: string; readonly items: readonly string[] };
  /** What no program finds: for a human to look at. */
  readonly remaining: { readonly title: string; readonly items: readonly string[] };
  /** That the document names nobody, or whom it names. */
  readonly note: string;
}

/** The certificate as a document to be printed. */
export function certificateDocument(certificate: CertificateFacts): string {
  const { title, lead, facts, people, remaining, note } = certificate;
  const list = ({ title: heading, items }: CertificateFacts['people']) =>
    items.length === 0
      ? ''
      : `<h2>${escapeHtml(heading)}</h2><ul>${items
          .map((item) => `<li>${escapeHtml(item)}</li>`)
          .join('')}</ul>`;
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(lead)}</p>`,
    htmlFacts(facts),
    list(people),
    list(remaining),
    `<p style="margin-top: 8mm; color: #555">${escapeHtml(note)}</p>`,
  ].join('\n');
  const { language, direction } = certificate;
  return htmlDocument({ language, direction, title, body });
}
