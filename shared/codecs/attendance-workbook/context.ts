import { nameIn } from '../../domain/language';
import { inOrder } from '../../domain/meeting/rules';
import type { Meeting, Session } from '../../domain/meeting/types';
import { CAPACITIES } from '../../domain/nomination/types';
import type { Party } from '../../domain/party/types';
import type { Person } from '../../domain/person/types';
import type { Region } from '../../domain/programme/types';
import { assertNever } from '../../operation/assert';
import { formatDay } from '../../i18n/format';
import { NONE, type BreakdownKey } from '../../statistics/breakdowns';
import { firstDay } from '../../statistics/entry';
import type { Statistics } from '../../statistics/result';
import type { SentenceLanguage } from '../../statistics/sentence';
import type { MeetingWorld, World } from '../../statistics/world';
import { meetingName, partyName, pillarName } from '../documents/names';
import type { Mark } from '../documents/table';
import type { Words } from '../documents/words';

export interface WorkbookOptions {
  readonly language: SentenceLanguage;
  readonly t: Words;
  /** ISO instant: as of when the figures stand. */
  readonly madeAt: string;
  /** Regions of the programme's file, for their names. */
  readonly regions: readonly Region[];
  /**
   * The people by name, for a table of participants. Without it, which is the rule, the workbook
   * holds figures only and no personal data.
   */
  readonly people?: ReadonlyMap<string, Person>;
}

/** What every table of the workbook is made from. */
export interface Context extends WorkbookOptions {
  readonly statistics: Statistics;
  readonly world: World;
  /** Meetings that were counted, in order of time. */
  readonly meetings: readonly MeetingWorld[];
  readonly parties: ReadonlyMap<string, Party>;
  /** Parties are named as at the latest of the meetings. */
  readonly day: string;
  /** Lines above every table: what it is about, as of when, and that it is invented if it is. */
  readonly notes: readonly string[];
  readonly mark: Mark | null;
}

export function contextOf(statistics: Statistics, world: World, options: WorkbookOptions): Context {
  const { t, madeAt } = options;
  const byId = new Map(world.meetings.map((one) => [one.meeting.id, one]));
  const meetings = statistics.meetings.flatMap((id) => byId.get(id) ?? []);
  const last = meetings.at(-1);
  return {
    ...options,
    statistics,
    world,
    meetings,
    parties: new Map(world.parties.map((party) => [party.id, party])),
    day: last ? firstDay(last.meeting) : '9999-12-31',
    notes: [
      ...(statistics.synthetic ? [t('synthetic')] : []),
      t('workbook.about', { scope: scopeName(statistics, world, options) }),
      t('workbook.asOf', { time: madeAt.slice(0, 16).replace('T', ' ') }),
    ],
    mark: statistics.synthetic
      ? { header: t('syntheticColumn'), value: t('syntheticValue') }
      : null,
  };
}

/** The scope in words: "Meetings of 2023"; a meeting by its title and dates. */
function scopeName({ scope }: Statistics, world: World, { t, language }: WorkbookOptions): string {
  const named = (id: string) => {
    const found = world.meetings.find(({ meeting }) => meeting.id === id);
    return found ? meetingName(found.meeting, language) : id;
  };
  switch (scope.kind) {
    case 'session': {
      const sessions = world.meetings.flatMap((one) => one.sessions);
      const session = sessions.find((one) => one.id === scope.session);
      return t('scope.session', {
        meeting: named(scope.meeting),
        session: session?.name ?? scope.session,
      });
    }
    case 'day':
      return t('scope.day', {
        meeting: named(scope.meeting),
        date: formatDay(scope.date, language),
      });
    case 'meeting':
      return named(scope.meeting);
    case 'meetings':
      return t('scope.meetings', { count: scope.meetings.length });
    case 'year':
      return t('scope.year', { year: String(scope.year) });
    default:
      return assertNever(scope);
  }
}

/** All sessions of the meetings counted, with their meeting, in order. */
export function sessionsOf(context: Context): { meeting: Meeting; session: Session }[] {
  return context.meetings.flatMap(({ meeting, sessions }) =>
    inOrder(sessions).map((session) => ({ meeting, session })),
  );
}

/** A part of a breakdown in words. */
export function partName(context: Context, breakdown: BreakdownKey, part: string): string {
  const { t, language, world } = context;
  switch (breakdown) {
    case 'session':
      return sessionsOf(context).find(({ session }) => session.id === part)?.session.name ?? part;
    case 'day':
      return formatDay(part, language);
    case 'meeting': {
      const found = context.meetings.find(({ meeting }) => meeting.id === part);
      return found ? meetingName(found.meeting, language) : part;
    }
    case 'pillar':
      return part === NONE
        ? t('figures:by.pillar.none')
        : pillarName(world.programme, part, language);
    case 'party': {
      const party = context.parties.get(part);
      return party ? partyName(party, language, context.day) : t('figures:by.party.none');
    }
    case 'region': {
      const region = context.regions.find((one) => one.m49 === part);
      if (region) return nameIn(region.names, language);
      return part === NONE ? t('figures:by.region.none') : part;
    }
    case 'bodyKind':
      return part === 'expert' || part === 'policy'
        ? t(`domain:bodyKind.${part}`)
        : t('figures:by.bodyKind.none');
    case 'kind':
      return part === 'country' || part === 'organization'
        ? t(`domain:partyKind.${part}`)
        : t('figures:by.kind.none');
    case 'status':
      return t(`domain:partyStatus.${part as 'member' | 'observer' | 'none'}`);
    case 'gender':
      return t(`domain:gender.${part as Person['gender']}`);
    case 'capacity': {
      const capacity = CAPACITIES.find((one) => one === part);
      return capacity ? t(`domain:capacity.${capacity}`) : t('figures:by.capacity.none');
    }
    default:
      return assertNever(breakdown);
  }
}
