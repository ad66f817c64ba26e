import type { Attendance } from '../../domain/attendance/types';
import type { Nomination } from '../../domain/nomination/types';
import type { Person } from '../../domain/person/types';
import type { Alias, Login } from '../../domain/virtual/types';
import { stampTime } from '../../operation/clock';
import { personalOf, type Operation } from '../../operation/operation';

/** Everything that is kept about one person. Names of meetings and parties go by their ids. */
export interface KeptAboutPerson {
  readonly person: Person;
  /** Other records of the same human being; what follows is of all of them. */
  readonly others: readonly Person[];
  readonly nominations: readonly Nomination[];
  readonly attendance: readonly Attendance[];
  readonly logins: readonly Login[];
  readonly aliases: readonly Alias[];
  /** Operations of the journal that name the person, in order. */
  readonly operations: readonly Operation[];
}

interface Names {
  readonly meeting: (id: string) => string;
  readonly party: (id: string) => string;
}

/** Raised when a member changes its meaning; members may be added without. */
const VERSION = 1;

/**
 * One person's data in one file, for the person: JSON in UTF-8, indented, members in words.
 *
 * - `person`: the values that hold now; `otherRecords`: the same of records that were merged
 * - `nominations`, `presence`, `onlineLogins`, `confirmedNames`: the records that mean the person
 * - `history`: every act that named the person, with what it said in public and in confidence
 *
 * Source: Personal Data Protection and Privacy Principles (UN High-Level Committee on Management,
 * 2018), principle 8, *transparency*. `madeAt` is an ISO instant.
 */
export function personDataFile(kept: KeptAboutPerson, names: Names, madeAt: string): string {
  const { person, others, nominations, attendance, logins, aliases, operations } = kept;
  const file = {
    format: 'rostrum-person-data',
    version: VERSION,
    madeAt,
    person,
    ...(others.length === 0 ? {} : { otherRecords: others }),
    nominations: nominations.map(({ meeting, party, person: _person, ...values }) => ({
      meeting: names.meeting(meeting),
      party: names.party(party),
      ...values,
    })),
    presence: attendance.flatMap(({ meeting, events }) =>
      events.map(({ id: _id, replica: _replica, ...event }) => ({
        meeting: names.meeting(meeting),
        ...event,
      })),
    ),
    onlineLogins: logins.map(({ meeting, name, email, intervals }) => ({
      meeting: names.meeting(meeting),
      name,
      email,
      intervals: intervals.map(([from, to]) => [instant(from), instant(to)]),
    })),
    confirmedNames: aliases.map(({ name, revoked }) => ({ name, revoked })),
    history: operations.map((operation) => ({
      at: stampTime(operation.at),
      act: operation.type,
      meeting: operation.meeting === null ? null : names.meeting(operation.meeting),
      public: operation.body,
      confidential: personalOf(operation),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const instant = (time: number): string => new Date(time).toISOString();
