import { nameIn } from '../../domain/language';
import type { Session } from '../../domain/meeting/types';
import type { Party } from '../../domain/party/types';
import { listName } from '../../domain/person/rules';
import { formatDay, formatTime } from '../../i18n/format';
import { firstDay } from '../../statistics/entry';
import { escapeHtml, htmlDocument } from '../documents/html';
import { listedParties, type ListedParties } from '../documents/listed-parties';
import { meetingName } from '../documents/names';
import {
  isSynthetic,
  nativeBeside,
  type Expected,
  type ListInput,
  type ListWords,
} from '../lists/expected';
import { signInLines, type SignInOrder } from './order';

export interface SignInChoice {
  readonly order: SignInOrder;
  /** A sheet each, in this order. */
  readonly sessions: readonly Session[];
}

/** Empty lines for those whom nobody expects: after each delegation, or at the end of an alphabet. */
const BLANK = { delegation: 1, alphabet: 10 } as const;

const STYLE = `
  @page { margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Noto Sans", sans-serif; } }
  body { margin: 0; font-size: 10pt; line-height: 1.3; }
  section + section { break-before: page; }
  h1 { font-size: 14pt; margin: 0 0 1mm; }
  .when { font-size: 11pt; margin: 0 0 1mm; }
  .note { color: #444; font-size: 9pt; margin: 0 0 1mm; }
  table { width: 100%; border-collapse: collapse; margin-top: 3mm; table-layout: fixed; }
  thead { display: table-header-group; }
  th { text-align: start; font-size: 8.5pt; color: #333; padding: 1mm 1.5mm; border-bottom: 0.5mm solid #111; }
  td { height: 10.5mm; padding: 0.5mm 1.5mm; border-bottom: 0.2mm solid #888; vertical-align: middle; overflow-wrap: anywhere; }
  tr { break-inside: avoid; }
  tr.party td { height: 8mm; font-weight: 600; background: #eef1f4; border-bottom: 0.3mm solid #111; }
  tr.party { break-after: avoid; }
  .number { width: 10mm; text-align: end; font-variant-numeric: tabular-nums; }
  .name { width: 62mm; }
  .native { display: block; color: #333; }
  .delegation { width: 46mm; font-size: 9pt; }
  .capacity { width: 30mm; font-size: 9pt; }
  .signature { border-inline-start: 0.2mm solid #888; }
  tr.blank .name, tr.blank .delegation { border-bottom-style: dotted; }
`;

/**
 * Sign-in sheets of a meeting, to be printed the evening before: the people expected in the room,
 * numbered, with room to sign, one sheet for each session. Personal data: for the desk and nobody
 * else.
 */
export function signInSheets(input: ListInput, choice: SignInChoice, words: ListWords): string {
  const { language, t } = words;
  const lines = signInLines(input, language, choice.order);
  const sheet = new Sheet(input, choice.order, words, partiesOf(lines, input, words));
  const notes = [
    ...(isSynthetic(input, lines) ? [t('synthetic')] : []),
    t('lists.signIn.count', { count: lines.length }),
    t('workbook.personal'),
  ];
  const table = sheet.table(lines);
  const sections = choice.sessions.map((session) =>
    [
      '<section>',
      `<h1>${escapeHtml(meetingName(input.meeting, language))}</h1>`,
      `<p class="when">${escapeHtml(sheet.when(session))}</p>`,
      ...notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`),
      table,
      '</section>',
    ].join('\n'),
  );
  return htmlDocument({
    ...{ language, direction: 'ltr', style: STYLE },
    title: t('lists.signIn.title'),
    body: sections.join('\n'),
  });
}

function partiesOf(
  lines: readonly Expected[],
  { meeting }: ListInput,
  { language, t }: ListWords,
): ListedParties {
  const parties = lines.map(({ party }) => party);
  return listedParties(parties, { language, day: firstDay(meeting), t });
}

class Sheet {
  private readonly byDelegation: boolean;

  constructor(
    private readonly input: ListInput,
    order: SignInOrder,
    private readonly words: ListWords,
    private readonly parties: ListedParties,
  ) {
    this.byDelegation = order === 'delegation';
  }

  when({ name, date, start, end }: Session): string {
    const { language, t } = this.words;
    const { timeZone, city } = this.input.meeting;
    const hours = [start, end].map((instant) => formatTime(instant, language, timeZone)).join('–');
    const parts = [
      t('lists.signIn.title'),
      name,
      formatDay(date, language, 'weekday'),
      hours,
      city,
    ];
    return parts.filter((part) => part !== '').join(' · ');
  }

  table(lines: readonly Expected[]): string {
    const { t } = this.words;
    const heads = [
      ['number', t('lists.signIn.number')],
      ['name', t('column.name')],
      ...(this.byDelegation ? [] : [['delegation', t('column.party')]]),
      ['capacity', t('column.capacity')],
      ['signature', t('lists.signIn.signature')],
    ] as const;
    const head = heads.map(
      ([key, text]) => `<th scope="col" class="${key}">${escapeHtml(text)}</th>`,
    );
    return [
      `<table><thead><tr>${head.join('')}</tr></thead><tbody>`,
      ...this.rows(lines, heads.length),
      '</tbody></table>',
      ...this.parties.footnotes.map((note) => `<p class="note">${escapeHtml(note)}</p>`),
    ].join('\n');
  }

  private rows(lines: readonly Expected[], columns: number): string[] {
    const blanks = (count: number) => Array.from({ length: count }, () => this.blank());
    if (!this.byDelegation) {
      return [...lines.map((line, at) => this.row(line, at + 1)), ...blanks(BLANK.alphabet)];
    }
    const rows: string[] = [];
    lines.forEach((line, at) => {
      if (at === 0 || lines[at - 1]?.party !== line.party) {
        const name = escapeHtml(this.named(line.party));
        rows.push(`<tr class="party"><td colspan="${String(columns)}">${name}</td></tr>`);
      }
      rows.push(this.row(line, at + 1));
      if (lines[at + 1]?.party !== line.party) rows.push(...blanks(BLANK.delegation));
    });
    return rows;
  }

  private row({ person, nomination, party }: Expected, number: number): string {
    const name = listName(person);
    const native = nativeBeside(person, name);
    const beside = native === null ? '' : `<bdi class="native">${escapeHtml(native)}</bdi>`;
    return [
      `<tr><td class="number">${String(number)}</td>`,
      `<td class="name"><bdi>${escapeHtml(name)}</bdi>${beside}</td>`,
      this.byDelegation ? '' : `<td class="delegation">${escapeHtml(this.named(party))}</td>`,
      `<td class="capacity">${escapeHtml(this.words.t(`domain:capacity.${nomination.capacity}`))}</td>`,
      '<td class="signature"></td></tr>',
    ].join('');
  }

  private blank(): string {
    const cells = ['number', 'name', ...(this.byDelegation ? [] : ['delegation'])];
    const empty = [...cells, 'capacity', 'signature'].map((key) => `<td class="${key}"></td>`);
    return `<tr class="blank">${empty.join('')}</tr>`;
  }

  private named(party: Party | null): string {
    const { language, t } = this.words;
    if (party === null) return t('lists.signIn.noDelegation');
    return this.parties.name(party) || nameIn(party.names, language);
  }
}
