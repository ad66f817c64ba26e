import type { SourceDocument } from '../../domain/nomination/types';
import { listName } from '../../domain/person/rules';
import { formatDay, formatNumber } from '../../i18n/format';
import { footnoteColumn } from '../documents/listed-parties';
import { tableOf, type Cells, type DocumentModel } from '../documents/table';
import { nativeBeside, type ListInput, type ListWords } from './expected';
import { roomList } from './room-list';

/**
 * Whom the host's security lets in: everybody expected in the room, by delegation, with the paper
 * that named them. Personal data: for the host and nobody else.
 */
export function gateList(input: ListInput, words: ListWords): DocumentModel {
  const { language, t } = words;
  const list = roomList(input, words);
  const paper = (source: SourceDocument | null): string | null =>
    source === null
      ? null
      : [
          t(`lists.sourceKind.${source.kind}`),
          source.number,
          source.date === null ? null : formatDay(source.date, language, 'medium'),
        ]
          .filter((part) => part !== null && part !== '')
          .join(', ');
  const rows = list.listed.map(({ person, nomination, party }, at): Cells => [
    at + 1,
    party && list.parties.name(party),
    listName(person),
    nativeBeside(person, listName(person)),
    person.institution,
    t(`domain:capacity.${nomination.capacity}`),
    paper(nomination.source),
  ]);
  const title = t('lists.gate.title');
  const count = { count: rows.length, formatted: formatNumber(rows.length, language) };
  const { party, name, native, capacity } = list.columns;
  return list.document(title, [
    tableOf({
      key: 'gate',
      name: title,
      title,
      notes: [...list.notes, t('lists.gate.count', count), t('workbook.personal')],
      columns: [
        { key: 'number', header: t('column.number'), type: 'number', width: 6 },
        ...[party, name, native],
        { key: 'institution', header: t('column.institution'), type: 'text', width: 40 },
        capacity,
        { key: 'document', header: t('column.document'), type: 'text', width: 32 },
      ],
      rows,
      footnotes: list.parties.footnotes,
      besides: footnoteColumn(rows, (at) => list.listed[at]?.party ?? null, list.parties, t),
    }),
  ]);
}
