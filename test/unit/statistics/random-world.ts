import fc from 'fast-check';
import { DEFAULT_RULES } from '@shared/domain/meeting/types';
import { CAPACITIES } from '@shared/domain/nomination/types';
import { personsOf, type Link } from '@shared/domain/virtual/types';
import type { LoginFacts, MeetingWorld, World } from '@shared/statistics/world';
import {
  event,
  login,
  meeting,
  meetingWorld,
  nomination,
  party,
  session,
  world,
} from './build-world';

/** Few of everything, so that people, parties and scopes meet in every way. */
const PEOPLE = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
const PARTIES = [
  party('AAA', 'country', { region: '142' }),
  party('BBB', 'country', { region: '150' }),
  party('CCC', 'country', { statuses: [{ status: 'observer', from: '2023-07-01', to: null }] }),
  party('ORG', 'organization'),
  party('OBS', 'organization', { statuses: [{ status: 'observer', from: null, to: null }] }),
];
const DAY1 = '2023-06-13';
const DAY2 = '2023-06-14';
const SESSIONS = [
  session('s1', DAY1, 9, 2),
  session('s2', DAY1, 14, 1 / 3),
  session('s3', DAY2, 9),
];
const SCOPES = [
  'reception',
  `day:${DAY1}`,
  `day:${DAY2}`,
  ...SESSIONS.map((s) => `session:${s.id}`),
];

const person = fc.constantFrom(...PEOPLE);

const nominations = fc.array(
  fc
    .record({
      person,
      party: fc.constantFrom(...PARTIES.map((one) => one.id), 'unknown-party'),
      capacity: fc.constantFrom(...CAPACITIES),
      state: fc.constantFrom(
        ...(['received', 'accepted', 'accepted', 'accepted'] as const),
        ...(['declined', 'reconfirmed', 'replaced', 'withdrawn'] as const),
      ),
      receivedOn: fc.constantFrom('2023-01-10', '2023-02-07', '2023-03-01', undefined),
      id: fc.uuid(),
      walkIn: fc.boolean(),
      paper: fc.boolean(),
    })
    .map(({ person: who, party: from, receivedOn, paper, ...set }) =>
      nomination(who, from, {
        ...set,
        ...(receivedOn ? { receivedOn } : {}),
        ...(paper ? { source: { kind: 'letter', number: null, date: null } } : {}),
      }),
    ),
  { maxLength: 10 },
);

const attendance = fc.uniqueArray(person, { maxLength: 6 }).chain((people) =>
  fc.tuple(
    ...people.map((who) =>
      fc
        .array(
          fc.record({
            scope: fc.constantFrom(...SCOPES),
            kind: fc.constantFrom('arrived' as const, 'arrived' as const, 'left' as const),
            modality: fc.constantFrom('in-person' as const, 'virtual' as const),
            source: fc.constantFrom('search' as const, 'roll-call' as const, 'generated' as const),
            when: fc.constantFrom(`${DAY1}T08:00:00Z`, `${DAY2}T08:00:00Z`, '2023-06-01T08:00:00Z'),
          }),
          { maxLength: 4 },
        )
        .map((events) => ({
          meeting: '',
          person: who,
          events: events.map(({ scope, ...set }) => event(scope, set)),
        })),
    ),
  ),
);

const link: fc.Arbitrary<Link | null> = fc.option(
  fc.oneof(
    fc.record({
      kind: fc.constant('persons' as const),
      persons: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
      by: fc.constantFrom('hand' as const, 'email' as const),
    }),
    fc.constant({ kind: 'nobody' as const, why: 'host' as const }),
  ),
);

/** What one desk said of a login; nobody is linked to whom they ruled out. */
const said = fc
  .record({ link, rejected: fc.uniqueArray(person, { maxLength: 2 }) })
  .map(({ link: own, rejected }) => ({
    ...{ link: own, rejected: rejected.filter((one) => !personsOf(own).includes(one)) },
  }));

/** A login, and what another desk said of it that took the same file over. */
const logins = fc
  .array(
    fc.record({
      day: fc.constantFrom(DAY1, DAY2),
      stays: fc.array(fc.tuple(fc.nat(400), fc.nat(40)), { minLength: 1, maxLength: 3 }),
      report: fc.constantFrom('report', 'report', 'taken-back', 'corrected'),
      own: said,
      again: said,
    }),
    { maxLength: 4 },
  )
  .map((all) =>
    all.map(({ day, stays, report, own, again }, at) => {
      const times = stays.map(([from, length]) => [from, from + length] as const);
      const read = { ...login([], `${day}T08:00:00Z`, ...times), name: `Login ${String(at)}` };
      return {
        own: { ...read, id: `${report} ${String(at)}`, report, ...own },
        again: { ...read, id: `again ${String(at)}`, ...again },
      };
    }),
  );

const FILE = 'd';

/** The meeting's reports and logins once a second desk, or none, took the file of `report` over. */
function takenOver(
  reports: MeetingWorld['reports'],
  read: readonly { readonly own: LoginFacts; readonly again: LoginFacts }[],
  second: string | null,
): Pick<MeetingWorld, 'reports' | 'logins'> {
  const own = read.map((one) => one.own);
  if (second === null) return { reports, logins: own };
  const again = read
    .filter((one) => one.own.report === 'report')
    .map((one) => ({ ...one.again, report: second }));
  const report = { id: second, replaces: null, digest: FILE };
  return { reports: [report, ...reports], logins: [...own, ...again] };
}

const meetingArbitrary = (id: string, start: string): fc.Arbitrary<MeetingWorld> =>
  fc
    .record({
      receptionCounts: fc.boolean(),
      dayCountsForSessions: fc.boolean(),
      sessions: fc.subarray(SESSIONS),
      state: fc.constantFrom(
        'closed' as const,
        'closed' as const,
        'postponed' as const,
        'cancelled' as const,
      ),
      planned: fc.constantFrom(start, '2023-02-07'),
      nominations,
      attendance,
      logins,
      // Another one was corrected by `report`, or corrects what the second desk has; or was it?
      reports: fc.constantFrom(
        [{ id: 'report', replaces: null, digest: FILE }],
        [
          { id: 'corrected', replaces: null, digest: '' },
          { id: 'report', replaces: 'corrected', digest: FILE },
        ],
        [
          { id: 'corrected', replaces: null, digest: '' },
          { id: 'report', replaces: null, digest: FILE },
        ],
        [
          { id: 'corrected', replaces: 'after', digest: '' },
          { id: 'report', replaces: null, digest: FILE },
        ],
      ),
      // Of two reports of one file the one with the smaller id stands for both.
      second: fc.constantFrom(null, null, 'after', 'z-after'),
    })
    .map(({ receptionCounts, dayCountsForSessions, state, planned, second, ...rest }) =>
      meetingWorld(
        meeting(id, start, {
          state,
          rules: { ...DEFAULT_RULES, receptionCounts, dayCountsForSessions },
          planned: { format: null, start: planned, end: planned },
          actual: { format: null, start, end: start },
        }),
        { ...rest, ...takenOver(rest.reports, rest.logins, second) },
      ),
    );

/** Up to three meetings of one programme, two in 2023 and one in 2024, in every sort of disorder. */
export const randomWorld: fc.Arbitrary<World> = fc
  .tuple(
    meetingArbitrary('m1', '2023-06-13'),
    meetingArbitrary('m2', '2023-09-12'),
    meetingArbitrary('m3', '2024-06-13'),
  )
  .map((meetings) => world(meetings, PARTIES));
