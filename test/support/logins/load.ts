import { planSessions } from '@shared/domain/meeting/plan-sessions';
import { MEETING_DEFAULTS } from '@shared/domain/meeting/types';
import { createProgramme } from '@shared/domain/programme/create';
import type { ProgrammeFile } from '@shared/domain/programme/types';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import type { Load } from '../load';
import { seededIds } from '../seeded';
import type { Invented } from './people';

const CHUNK = 2_000;
/** The day of `webinarReport`. */
const DAY = '2023-12-11';
const ZONE = 'Europe/Vienna';

/** A meeting that is over, at which these people are expected and nobody has arrived. */
export function webinarLoad(file: ProgrammeFile, people: readonly Invented[], seed: number): Load {
  const context: DecisionContext = {
    newId: seededIds(seed, Date.UTC(2023, 10, 1)),
    now: '2023-11-01T09:00:00.000Z',
  };
  const { programme, drafts } = createProgramme(file, context);
  const codes = new Map(
    drafts
      .filter(({ type }) => type === 'party.added')
      .map(({ body }) => [(body['set'] as { code: string }).code, body['id'] as string]),
  );
  const meeting = context.newId();
  drafts.push(...heldMeeting(context, meeting, programme));
  for (const { known } of people) drafts.push(...expected(context, meeting, known, codes));
  const chunks = Array.from({ length: Math.ceil(drafts.length / CHUNK) }, (_, at) =>
    drafts.slice(at * CHUNK, (at + 1) * CHUNK),
  );
  const { length } = people;
  return { meetings: [meeting], people: length, participations: length, events: 0, chunks };
}

function heldMeeting(context: DecisionContext, meeting: string, programme: string): Draft[] {
  const held = { format: 'virtual', start: DAY, end: DAY } as const;
  const set = {
    ...{ ...MEETING_DEFAULTS, programme, body: 'pcg', title: 'Webinar (synthetic)' },
    ...{ timeZone: ZONE, planned: held, actual: held, state: 'closed' },
    rules: { ...MEETING_DEFAULTS.rules },
  };
  const sessions = planSessions({
    ...{ start: DAY, end: DAY, timeZone: ZONE },
    sittings: [{ from: '09:30', to: '17:00' }],
    name: (date, sitting) => `Day ${date}, sitting ${String(sitting)}`,
  });
  return [
    draft(context, { type: 'meeting.created', meeting, body: { id: meeting, set } }),
    ...sessions.map((fields) =>
      draft(context, {
        ...{ type: 'session.created', meeting },
        body: { id: context.newId(), set: { ...fields } },
      }),
    ),
  ];
}

function expected(
  context: DecisionContext,
  meeting: string,
  { family, given, full, native, emails, institution, party }: Invented['known'],
  codes: ReadonlyMap<string, string>,
): Draft[] {
  const id = context.newId();
  const set = { family, given, full, native, emails: [...emails], institution };
  const nominated = {
    ...{ person: id, party: codes.get(party ?? '') ?? null },
    ...{ capacity: 'expert', modality: 'virtual', state: 'accepted', receivedOn: '2023-11-20' },
  };
  return [
    draft(context, {
      ...{ type: 'person.recorded', subjects: [id] },
      body: { id, set: { synthetic: true } },
      personal: { set },
    }),
    draft(context, {
      ...{ type: 'nomination.received', meeting, subjects: [id] },
      body: { id: context.newId(), set: nominated },
    }),
  ];
}
