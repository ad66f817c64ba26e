import type { Stamped } from '../../operation/operation';
import { stampTime } from '../../operation/clock';
import { meetingStateSchema, scheduleSchema, type MeetingState, type Schedule } from './types';
import type { Stage } from './rules';

/** One step in the life of a meeting: what was said of its dates and format, or where it moved. */
export interface MeetingStep {
  /** Id of the operation. */
  readonly id: string;
  /** When it was recorded: ISO text in UTC. */
  readonly at: string;
  /** Id of the operator. */
  readonly actor: string;
  /** Dates and format that were set, by stage. */
  readonly schedules: readonly { readonly stage: Stage; readonly schedule: Schedule }[];
  readonly state: MeetingState | null;
  readonly reason: string | null;
}

const STAGES = ['planned', 'announced', 'actual'] as const;

/**
 * The steps of a meeting from its operations, earliest first: every value that its dates, its
 * format and its state ever had. Operations that their actor was not permitted are none.
 */
export function stepsOf(operations: readonly Stamped[], meeting: string): MeetingStep[] {
  return operations
    .filter((one) => one.void !== true && isOwn(one, meeting))
    .map(({ operation }) => operation)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .flatMap(({ id, at, actor, body }) => {
      const set = (body['set'] ?? {}) as Record<string, unknown>;
      const schedules = STAGES.flatMap((stage) => {
        const { data } = scheduleSchema.safeParse(set[stage]);
        return data === undefined ? [] : [{ stage, schedule: data }];
      });
      const state = meetingStateSchema.safeParse(set['state']).data ?? null;
      if (schedules.length === 0 && state === null) return [];
      const given = set['changeReason'];
      const reason = typeof given === 'string' && given !== '' ? given : null;
      return [{ id, at: stampTime(at), actor, schedules, state, reason }];
    });
}

function isOwn({ operation }: Stamped, meeting: string): boolean {
  return operation.type.startsWith('meeting.') && operation.body['id'] === meeting;
}
