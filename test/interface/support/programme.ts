import { v7 as newId } from 'uuid';
import { createMeeting } from '@shared/domain/meeting/decide';
import { planSessions } from '@shared/domain/meeting/plan-sessions';
import { MEETING_DEFAULTS, type MeetingFields } from '@shared/domain/meeting/types';
import { programmeFrom } from '@shared/domain/programme/create';
import type { Draft } from '@shared/operation/operation';

const context = { newId, now: '2026-11-21T08:00:00.000Z' };

/** A small programme with one body of either kind. */
export function programme(): { drafts: Draft[]; id: string } {
  const decision = programmeFrom({ en: 'Test programme' }, context, [
    {
      id: 'ewg',
      kind: 'expert',
      pillar: null,
      abbreviation: 'EWG',
      names: { en: 'Expert Working Group' },
    },
    {
      id: 'pcg',
      kind: 'policy',
      pillar: null,
      abbreviation: 'PCG',
      names: { en: 'Policy Consultative Group' },
    },
  ]);
  if (!decision.ok) throw new Error(decision.reason);
  return { drafts: decision.drafts, id: decision.drafts[0]?.body['id'] as string };
}

/** A meeting of two days in Vienna, with a morning and an afternoon each. */
export function meeting(
  programmeId: string,
  fields: Partial<MeetingFields> = {},
): { drafts: Draft[]; id: string } {
  const id = newId();
  const planned = { format: 'hybrid', start: '2023-12-11', end: '2023-12-12' } as const;
  const timeZone = 'Europe/Vienna';
  const decision = createMeeting(context, {
    id,
    fields: {
      ...MEETING_DEFAULTS,
      programme: programmeId,
      body: 'pcg',
      ordinal: 17,
      title: 'Seventeenth test meeting',
      city: 'Vienna',
      country: 'AUT',
      timeZone,
      planned,
      ...fields,
    },
    sessions: planSessions({
      start: planned.start,
      end: planned.end,
      timeZone,
      sittings: [
        { from: '10:00', to: '13:00' },
        { from: '15:00', to: '18:00' },
      ],
      name: (day, sitting) => `Day ${day}, sitting ${sitting}`,
    }),
  });
  if (!decision.ok) throw new Error(decision.reason);
  return { drafts: decision.drafts, id };
}
