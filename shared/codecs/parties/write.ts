import { UN_LANGUAGES } from '../../domain/language';
import type { FocalPoint, Party, PartyFields } from '../../domain/party/types';
import { writeCsv } from '../csv/write';
import type { Column } from '../table/column';
import {
  guard,
  joinParts,
  nameColumn,
  REGISTRY_COLUMNS,
  TEXT_COLUMNS,
  writePeriod,
  type RegistryColumn,
  type TextColumn,
} from './columns';

/** The registry as CSV text with a byte order mark; focal points are people, and only on request. */
export function registryCsv(
  parties: readonly Party[],
  options: { readonly focalPoints: boolean },
): string {
  const columns = REGISTRY_COLUMNS.filter(
    (name) => name !== 'focal_points' || options.focalPoints,
  ).map((name): Column<Readonly<Record<RegistryColumn, string>>> => ({
    key: name,
    header: name,
    type: 'text',
    value: (cells) => guard(cells[name]),
  }));
  return writeCsv(columns, parties.map(cellsOf), { bom: true });
}

function cellsOf(party: Party): Record<RegistryColumn, string> {
  const texts = Object.fromEntries(
    (Object.keys(TEXT_COLUMNS) as TextColumn[]).map((column) => [
      column,
      party[TEXT_COLUMNS[column]] ?? '',
    ]),
  ) as Record<TextColumn, string>;
  const names = Object.fromEntries(
    UN_LANGUAGES.map((language) => [nameColumn(language), party.names[language] ?? '']),
  ) as Record<RegistryColumn, string>;
  return {
    ...names,
    ...texts,
    id: party.id,
    kind: party.kind,
    statuses: lines(
      party.statuses.map(({ status, from, to }) => `${status} ${writePeriod(from, to)}`),
    ),
    designations: lines(party.designations.map(designation)),
    footnotes: lines(party.footnotes.map(footnote)),
    flags: lines(party.flags),
    language: party.language ?? '',
    aliases: lines(party.aliases.map((alias) => joinParts([alias]))),
    focal_points: lines(party.focalPoints.map(focalPoint)),
  };
}

function designation({ code, names, from, to }: PartyFields['designations'][number]): string {
  const named = UN_LANGUAGES.flatMap((language) => {
    const name = names[language];
    return name === undefined ? [] : [`${language}=${name}`];
  });
  return joinParts([writePeriod(from, to), code ?? '', ...named]);
}

function footnote({ text, from, to }: PartyFields['footnotes'][number]): string {
  return joinParts([writePeriod(from, to), text]);
}

function focalPoint({ name, email, institution }: FocalPoint): string {
  return joinParts([name, email, institution]);
}

function lines(all: readonly string[]): string {
  return all.join('\n');
}
