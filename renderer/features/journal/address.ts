import { isJournalKind, typesOfKind, type JournalKind } from '@shared/codecs/journal/kinds';
import type { JournalFilter } from '@shared/contract/register';

/**
 * What the list is narrowed to stands in the address, so that it can be linked, reloaded and gone
 * back to: `/journal?kind=check-ins&meeting=<id>&from=2023-09-12`.
 */
export interface Asked {
  /** A record, or a person and everything that names them. */
  readonly about: string | null;
  readonly meeting: string | null;
  readonly operator: string | null;
  /** A replica. */
  readonly desk: string | null;
  readonly kind: JournalKind | null;
  /** Calendar days (ISO) in the machine's time zone, both inclusive. */
  readonly from: string | null;
  readonly to: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What an address asks for; members that make no sense do not narrow. */
export function askedIn(query: URLSearchParams): Asked {
  const matching = (name: string, pattern: RegExp): string | null => {
    const text = query.get(name);
    return text !== null && pattern.test(text) ? text : null;
  };
  const day = (name: string): string | null => {
    const text = matching(name, DAY);
    return text !== null && !Number.isNaN(Date.parse(text)) ? text : null;
  };
  const kind = query.get('kind');
  return {
    about: matching('about', UUID),
    meeting: matching('meeting', UUID),
    operator: matching('operator', UUID),
    desk: matching('desk', UUID),
    kind: isJournalKind(kind) ? kind : null,
    from: day('from'),
    to: day('to'),
  };
}

/** The address of what is asked for. */
export function addressOf(asked: Asked): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of membersOf(asked)) if (value !== null) query.set(name, value);
  return query;
}

const membersOf = (asked: Asked): [string, string | null][] => Object.entries({ ...asked });

export function isNarrowed(asked: Asked): boolean {
  return Object.values(asked).some((value) => value !== null);
}

/** The same as the register takes it: days become instants by the clock of this machine. */
export function filterOf(asked: Asked): JournalFilter {
  return {
    record: asked.about,
    meeting: asked.meeting,
    actor: asked.operator,
    replica: asked.desk,
    types: asked.kind === null ? null : typesOfKind(asked.kind),
    from: asked.from === null ? null : midnight(asked.from, 0),
    to: asked.to === null ? null : midnight(asked.to, 1),
  };
}

/** The instant at which a day (or the day so many days after it) begins here. */
function midnight(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const local = new Date(2000, 0, 1);
  local.setFullYear(year, month - 1, date + daysLater);
  return local.toISOString();
}
