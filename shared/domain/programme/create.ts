import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Json } from '../../operation/json';
import type { Draft } from '../../operation/operation';
import type { Names, UnLanguage } from '../language';
import type { ProgrammeStart } from './exchange';
import { programmeRecords } from './file';
import type { MeetingBody, ProgrammeFields } from './operations';
import type { ProgrammeFile } from './types';

/** The drafts that make a programme, and the records that they make. */
export interface CreatedProgramme {
  readonly drafts: Draft[];
  /** The programme's id. */
  readonly programme: string;
  /** Id of each party by the key that the file gives it (`TUR`, `EMCDDA`). */
  readonly parties: ReadonlyMap<string, string>;
}

/**
 * A programme with all its parties from a programme file. `synthetic` marks a programme whose
 * people and attendance are invented, wherever it is shown or exported.
 */
export function createProgramme(
  file: ProgrammeFile,
  context: DecisionContext,
  options: { readonly synthetic: boolean } = { synthetic: false },
): CreatedProgramme {
  const records = programmeRecords(file, options.synthetic);
  const programme = context.newId();
  const drafts = [created(context, programme, records.programme)];
  const parties = new Map<string, string>();
  for (const { key, fields } of records.parties) {
    const id = context.newId();
    parties.set(key, id);
    drafts.push(draft(context, { type: 'party.added', body: { id, set: asSet(fields) } }));
  }
  return { drafts, programme, parties };
}

/** A programme that begins with what another one was; `name` instead of its own, in one language. */
export function programmeFromFile(
  context: DecisionContext,
  start: ProgrammeStart,
  name: { readonly language: UnLanguage; readonly text: string } | null = null,
): Draft[] {
  const text = name?.text.trim() ?? '';
  const names = name === null || text === '' ? start.programme.names : { [name.language]: text };
  return [
    created(context, context.newId(), { ...start.programme, names }),
    ...start.parties.map((fields) =>
      draft(context, { type: 'party.added', body: { id: context.newId(), set: asSet(fields) } }),
    ),
  ];
}

/** An empty programme: a name in at least one language, and who meets; the rest is added later. */
export function programmeFrom(
  names: Names,
  context: DecisionContext,
  bodies: readonly MeetingBody[] = [],
): Decision<'name-missing'> {
  const given = Object.entries(names)
    .map(([language, name]) => [language, name.trim()] as const)
    .filter(([, name]) => name !== '');
  if (given.length === 0) return { ok: false, reason: 'name-missing' };
  const fields: ProgrammeFields = {
    names: Object.fromEntries(given),
    pillars: [],
    bodies: [...bodies],
    synthetic: false,
  };
  return { ok: true, drafts: [created(context, context.newId(), fields)] };
}

function created(context: DecisionContext, id: string, fields: ProgrammeFields): Draft {
  return draft(context, { type: 'programme.created', body: { id, set: asSet(fields) } });
}

/** Fields are plain JSON by their schemas; the compiler does not know it of interfaces. */
function asSet(fields: object): Json {
  return { ...fields };
}
