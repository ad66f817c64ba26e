import { z } from 'zod';
import { namesSchema } from '../language';
import { sameCode } from '../party/check';
import { partyFields, type PartyFields } from '../party/types';
import { programmeRecords } from './file';
import { bodySchema, pillarSchema, type Programme, type ProgrammeFields } from './operations';
import { programmeFileSchema } from './types';

/**
 * A programme as another one begins with it: who meets, on what, and who belongs to it. No people
 * and no meetings, so that it can be given to anybody. Version 1 is the file of sources that the
 * program itself carries (`types.ts`); version 2 holds the records as they are.
 */
export const exchangeSchema = z.strictObject({
  format: z.literal('rostrum-programme'),
  version: z.literal(2),
  names: namesSchema,
  pillars: z.array(pillarSchema),
  bodies: z.array(bodySchema),
  parties: z.array(
    partyFields
      .extend({
        // Files of before there were dated footnotes have none.
        footnotes: partyFields.shape.footnotes.default([]),
      })
      .strict(),
  ),
});

/** What a programme begins with. */
export interface ProgrammeStart {
  readonly programme: ProgrammeFields;
  readonly parties: readonly PartyFields[];
}

export type ProgrammeFileProblem =
  | 'not-json'
  | 'not-a-programme'
  | 'newer-version'
  /** `where`: the first place that does not fit, as a path. */
  | 'does-not-fit'
  /** `where`: the id or code. */
  | 'twice'
  /** `where`: the body whose pillar is not in the file. */
  | 'pillar-unknown';

export type ReadProgramme =
  | { readonly ok: true; readonly start: ProgrammeStart }
  | { readonly ok: false; readonly reason: ProgrammeFileProblem; readonly where: string };

/** The programme as the text of a file; the same programme gives the same text. */
export function programmeFileText(
  programme: Pick<Programme, 'names' | 'pillars' | 'bodies'>,
  parties: readonly PartyFields[],
): string {
  const { names, pillars, bodies } = programme;
  const ordered = [...parties].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const file: z.input<typeof exchangeSchema> = {
    format: 'rostrum-programme',
    version: 2,
    names,
    pillars,
    bodies,
    parties: ordered.map((fields) => partyFields.parse(fields)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The text of a file as a programme, of either version; anything else is refused and named. */
export function readProgrammeFile(text: string): ReadProgramme {
  const value = parsed(text);
  if (value === undefined) return refuse('not-json');
  const head = headSchema.safeParse(value);
  if (!head.success) return refuse('not-a-programme');
  switch (head.data.version) {
    case 1: {
      const file = programmeFileSchema.safeParse(value);
      if (!file.success) return refuse('does-not-fit', firstPlace(file.error));
      const { programme, parties } = programmeRecords(file.data, false);
      return checked({ programme, parties: parties.map(({ fields }) => fields) });
    }
    case 2: {
      const file = exchangeSchema.safeParse(value);
      if (!file.success) return refuse('does-not-fit', firstPlace(file.error));
      const { names, pillars, bodies, parties } = file.data;
      return checked({ programme: { names, pillars, bodies, synthetic: false }, parties });
    }
    default:
      return refuse('newer-version', String(head.data.version));
  }
}

const headSchema = z.looseObject({
  format: z.literal('rostrum-programme'),
  version: z.int().min(1),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}

function checked(start: ProgrammeStart): ReadProgramme {
  const { pillars, bodies } = start.programme;
  const twice =
    repeated(pillars.map(({ id }) => id)) ??
    repeated(bodies.map(({ id }) => id)) ??
    repeatedCode(start.parties);
  if (twice !== undefined) return refuse('twice', twice);
  const lost = bodies.find(
    ({ pillar }) => pillar !== null && !pillars.some(({ id }) => id === pillar),
  );
  if (lost !== undefined) return refuse('pillar-unknown', lost.abbreviation);
  return { ok: true, start };
}

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

function repeatedCode(parties: readonly PartyFields[]): string | undefined {
  return parties.find(({ code }, index) =>
    parties.slice(0, index).some((earlier) => sameCode(earlier.code, code)),
  )?.code;
}

function firstPlace(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join('.') ?? '';
}

function refuse(reason: ProgrammeFileProblem, where = ''): ReadProgramme {
  return { ok: false, reason, where };
}
