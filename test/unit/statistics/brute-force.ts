import type { Scope } from '@shared/statistics/scope';
import type { LoginFacts, MeetingWorld, World } from '@shared/statistics/world';

/**
 * The figures counted in another way, for comparison: no digests, no running counts; straight from
 * the definitions, minute by minute, person by person, over and over.
 */
const MINUTE = 60_000;
const STANDING = ['accepted', 'reconfirmed'];
const NO_PARTICIPANT = ['secretariat', 'interpreter', 'host-staff'];
const NOT_FOR_PARTY = ['interpreter', 'host-staff'];

type Mode = 'in-person' | 'virtual';

type Report = MeetingWorld['reports'][number];

const isOneFile = (one: Report, other: Report) =>
  one.id === other.id || (one.digest !== '' && one.digest === other.digest);

function reportedLogins({ reports, logins }: MeetingWorld) {
  const standing = reports.filter((one) => {
    const corrections = reports.filter((other) => !isOneFile(one, other));
    const same = reports.filter((other) => isOneFile(one, other));
    return !corrections.some(({ replaces }) => same.some(({ id }) => id === replaces));
  });
  return standing
    .filter((one) => !standing.some((other) => isOneFile(one, other) && other.id < one.id))
    .flatMap((one) => {
      const same = standing.filter((other) => isOneFile(one, other)).map(({ id }) => id);
      return logins
        .filter(({ report }) => report === one.id)
        .map((login) => {
          const { name } = login;
          const again = logins.filter((l) => l.name === name && same.includes(l.report));
          return { ...login, link: saidBy(again) };
        });
    });
}

/** What several desks said of one login: people before the program, and nothing where they differ. */
function saidBy(logins: readonly LoginFacts[]): LoginFacts['link'] {
  const links = logins.flatMap(({ link }) => link ?? []);
  const byHand = links.filter((link) => link.kind === 'nobody' || link.by === 'hand');
  const rejected = logins.flatMap((login) => login.rejected);
  const possible = links.filter(
    (link) => link.kind === 'persons' && !link.persons.some((one) => rejected.includes(one)),
  );
  const heard = byHand.length > 0 ? byHand : possible;
  const meant = heard.map((link) =>
    link.kind === 'nobody' ? link.why : link.persons.toSorted().join(),
  );
  return new Set(meant).size === 1 ? heard[0]! : null;
}

/** Minutes of a session (or of the whole time) in which any of the intervals is under way. */
function minutesOnline(intervals: (readonly [number, number])[], from: number, to: number): number {
  let minutes = 0;
  for (let t = from; t < to; t += MINUTE) {
    if (intervals.some(([start, end]) => start <= t && t < end)) minutes++;
  }
  return minutes;
}

const hit = (m: MeetingWorld, from: string, to: string) =>
  reportedLogins(m).some((l) =>
    l.intervals.some(([a, b]) => a < Date.parse(to) && b > Date.parse(from)),
  );

/** Whether a person was somewhere in a mode: `where` is a session id, an ISO date, or `''`. */
function present(m: MeetingWorld, person: string, mode: Mode, where: string): boolean {
  const { rules } = m.meeting;
  const reported = reportedLogins(m).some((l) => l.intervals.length > 0);
  const arrivals = m.attendance
    .filter((a) => a.person === person)
    .flatMap((a) => a.events)
    .filter((e) => e.kind === 'arrived' && e.modality === mode);
  const provisional = (source: string) => mode === 'virtual' && source !== 'generated';
  const mine = reportedLogins(m)
    .filter((l) => l.link?.kind === 'persons' && l.link.persons.includes(person))
    .flatMap((l) => l.intervals);

  const bySession = (id: string): boolean => {
    const s = m.sessions.find((one) => one.id === id)!;
    const covered = hit(m, s.start, s.end);
    const [from, to] = [Date.parse(s.start), Date.parse(s.end)];
    const needed = Math.min(rules.thresholdMinutes, ((to - from) / MINUTE) * rules.thresholdShare);
    const online = mode === 'virtual' ? minutesOnline(mine, from, to) : 0;
    if (online > 0 && online >= needed) return true;
    return arrivals.some(
      (e) =>
        !(provisional(e.source) && covered) &&
        (e.scope === `session:${id}` ||
          (rules.dayCountsForSessions && e.scope === `day:${s.date}`)),
    );
  };
  const sessionsOf = (date: string) => m.sessions.filter((s) => s.date === date);
  const byDay = (date: string): boolean => {
    if (sessionsOf(date).some((s) => bySession(s.id))) return true;
    const sittings = sessionsOf(date);
    const superseded =
      sittings.length === 0 ? reported : sittings.every((s) => hit(m, s.start, s.end));
    if (arrivals.some((e) => e.scope === `day:${date}` && !(provisional(e.source) && superseded)))
      return true;
    if (rules.receptionCounts && (sittings.length > 0 || m.sessions.length === 0)) {
      const came = arrivals.some(
        (e) =>
          e.scope === 'reception' &&
          e.when.startsWith(date) &&
          !(provisional(e.source) && reported),
      );
      if (came) return true;
    }
    return m.sessions.length === 0 && mode === 'virtual' && longStay(mine, date);
  };
  if (where.startsWith('2')) return byDay(where);
  if (where !== '') return m.sessions.some((s) => s.id === where) && bySession(where);
  if (m.sessions.some((s) => bySession(s.id))) return true;
  if (['2023-06-13', '2023-06-14', '2023-06-01'].some((date) => byDay(date))) return true;
  const known = (scope: string) => m.sessions.some((s) => scope === `session:${s.id}`);
  return arrivals.some((e) => {
    if (provisional(e.source) && reported) return false;
    if (e.scope === 'reception') return rules.receptionCounts;
    return e.scope.startsWith('session:') && !known(e.scope);
  });
}

/** One uninterrupted run of minutes, begun on the day, of at least ten. */
function longStay(intervals: (readonly [number, number])[], date: string): boolean {
  const on = (t: number) => intervals.some(([start, end]) => start <= t && t < end);
  const day = Date.parse(`${date}T00:00:00Z`);
  for (let t = day; t < day + 1440 * MINUTE; t += MINUTE) {
    if (on(t - MINUTE)) continue;
    let length = 0;
    while (on(t + length * MINUTE)) length++;
    if (length >= 10) return true;
  }
  return false;
}

const namedByNobody = (n: MeetingWorld['nominations'][number]) => n.walkIn && n.source === null;

function unreconfirmed(m: MeetingWorld, n: MeetingWorld['nominations'][number]): boolean {
  if (n.state !== 'accepted' || namedByNobody(n)) return false;
  if (m.meeting.state === 'postponed') return true;
  const [before, now] = [m.meeting.planned.start!, m.meeting.actual!.start!];
  const asked = m.nominations.some((one) => one.state === 'reconfirmed');
  return asked && before < now && n.receivedOn !== null && n.receivedOn <= before;
}

/** The nomination by which a person is known at a meeting. */
function knownBy(m: MeetingWorld, person: string) {
  const own = m.nominations
    .filter((n) => n.person === person)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .sort((a, b) => (b.receivedOn ?? '').localeCompare(a.receivedOn ?? ''));
  const standing = own.filter((n) => STANDING.includes(n.state) && !namedByNobody(n));
  const approved = own.find((n) => STANDING.includes(n.state));
  const waiting = own.find((n) => n.walkIn && n.state === 'received');
  const firm = standing.filter((n) => !unreconfirmed(m, n));
  const best =
    firm.find((n) => !NO_PARTICIPANT.includes(n.capacity)) ??
    firm[0] ??
    standing[0] ??
    approved ??
    waiting ??
    own[0];
  const expected = firm.length > 0 ? 'nominated' : standing.length > 0 ? 'unreconfirmed' : 'none';
  return { best, expected, provisional: best !== undefined && best === waiting };
}

export function bruteForce(world: World, scope: Scope) {
  const meetings = world.meetings.filter(({ meeting }) => {
    if (meeting.state === 'cancelled') return false;
    if (scope.kind === 'year') return meeting.actual!.start!.startsWith(String(scope.year));
    return scope.kind === 'meetings'
      ? scope.meetings.includes(meeting.id)
      : scope.meeting === meeting.id;
  });
  const where = scope.kind === 'session' ? scope.session : scope.kind === 'day' ? scope.date : '';
  const all = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'].flatMap((person) =>
    meetings.flatMap((m) => {
      const { best, expected, provisional } = knownBy(m, person);
      if (best?.walkIn === true && best.state === 'declined') return [];
      const capacity = best?.capacity ?? '';
      return {
        person,
        expected,
        provisional,
        party: world.parties.find((p) => p.id === best?.party),
        participant: !NO_PARTICIPANT.includes(capacity),
        represents: !NOT_FOR_PARTY.includes(capacity),
        room: present(m, person, 'in-person', where),
        online: present(m, person, 'virtual', where),
        registered: m.attendance.some(
          (a) =>
            a.person === person &&
            a.events.some((e) => e.scope === 'reception' && e.kind === 'arrived'),
        ),
      };
    }),
  );
  type One = (typeof all)[number];
  const there = (one: One) => one.room || one.online;
  const count = (test: (one: One) => boolean) => all.filter(test).length;
  const attended = all.filter((one) => one.participant && there(one));
  const persons = [...new Set(attended.map((one) => one.person))].map((person) => ({
    room: attended.some((one) => one.person === person && one.room),
    online: attended.some((one) => one.person === person && one.online),
  }));
  const partition = (list: { room: boolean; online: boolean }[]) => ({
    inPersonOnly: list.filter((one) => one.room && !one.online).length,
    virtualOnly: list.filter((one) => !one.room && one.online).length,
    both: list.filter((one) => one.room && one.online).length,
    attended: list.length,
  });
  const union = (kind: string) =>
    new Set(
      all
        .filter((one) => there(one) && one.represents && one.party?.kind === kind)
        .map((one) => one.party?.id),
    ).size;
  return {
    nominated: count((one) => one.participant && one.expected === 'nominated'),
    unreconfirmed: count((one) => one.participant && one.expected === 'unreconfirmed'),
    registered: count((one) => one.participant && one.registered),
    attended: attended.length,
    participations: attended.length,
    distinctPersons: persons.length,
    countries: union('country'),
    organizations: union('organization'),
    noShows: count((one) => one.participant && one.expected === 'nominated' && !there(one)),
    unexpected: attended.filter((one) => one.expected === 'none').length,
    provisional: attended.filter((one) => one.provisional).length,
    support: count((one) => !one.participant && there(one)),
    modality: partition(attended),
    modalityOfPersons: partition(persons),
  };
}
