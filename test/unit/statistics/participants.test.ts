import { describe, expect, it } from 'vitest';
import type { Capacity, SourceDocument } from '@shared/domain/nomination/types';
import type { Meeting } from '@shared/domain/meeting/types';
import { peopleBehind } from '@shared/statistics/behind';
import { digestMeeting } from '@shared/statistics/digest';
import { frameOf } from '@shared/statistics/entry';
import { awaitsReconfirmation } from '@shared/statistics/reconfirmation';
import { sentencesOf } from '@shared/statistics/sentence';
import { statisticsOf } from '@shared/statistics/statistics';
import type { NominationFacts } from '@shared/statistics/world';
import { attendance, meeting, meetingWorld, nomination, party, world } from './build-world';

const parties = [party('AUT'), party('TUR'), party('UNODC', 'organization')];

const NOTE: SourceDocument = { kind: 'note-verbale', number: 'NV/1', date: '2023-06-20' };

function known(nominations: NominationFacts[], came: string[]) {
  const digest = digestMeeting(
    meetingWorld(meeting('m', '2023-06-13'), {
      nominations,
      attendance: attendance(
        'm',
        came.map((person) => [person, 'in-person']),
      ),
    }),
  );
  const ana = digest.participants.get('ana');
  return ana && [ana.party, ana.capacity, ana.expected];
}

describe('who somebody is at a meeting', () => {
  it.each<[string, NominationFacts[], string[], unknown]>([
    [
      'nominated and absent',
      [nomination('ana', 'AUT')],
      [],
      ['AUT', 'representative', 'nominated'],
    ],
    ['not known and absent', [nomination('ben', 'AUT')], [], undefined],
    ['withdrawn and absent', [nomination('ana', 'AUT', { state: 'withdrawn' })], [], undefined],
    [
      'withdrawn who came all the same: unexpected, by the nomination on file',
      [nomination('ana', 'AUT', { state: 'withdrawn', capacity: 'expert' })],
      ['ana'],
      ['AUT', 'expert', 'none'],
    ],
    ['a walk-in of whom nothing is on file', [], ['ana'], [null, null, 'none']],
    [
      'a provisional walk-in: unexpected, with the party and capacity that were written down',
      [nomination('ana', 'TUR', { state: 'received', walkIn: true, capacity: 'expert' })],
      ['ana'],
      ['TUR', 'expert', 'none'],
    ],
    [
      'an approved walk-in whom no document names: unexpected still',
      [nomination('ana', 'TUR', { walkIn: true, capacity: 'adviser' })],
      ['ana'],
      ['TUR', 'adviser', 'none'],
    ],
    [
      'an approved walk-in who did not stay to be counted',
      [nomination('ana', 'TUR', { walkIn: true })],
      [],
      undefined,
    ],
    [
      'an approved walk-in of whom a document came afterwards: nominated',
      [nomination('ana', 'TUR', { walkIn: true, source: NOTE })],
      ['ana'],
      ['TUR', 'representative', 'nominated'],
    ],
    [
      'a walk-in goes before a later nomination that came to its end',
      [
        nomination('ana', 'AUT', { receivedOn: '2023-06-20', state: 'withdrawn' }),
        nomination('ana', 'TUR', { receivedOn: '2023-06-13', state: 'received', walkIn: true }),
      ],
      ['ana'],
      ['TUR', 'representative', 'none'],
    ],
    [
      'a nomination that stands goes before a later walk-in',
      [
        nomination('ana', 'AUT', { receivedOn: '2023-01-01' }),
        nomination('ana', 'TUR', { receivedOn: '2023-06-13', state: 'received', walkIn: true }),
      ],
      ['ana'],
      ['AUT', 'representative', 'nominated'],
    ],
    [
      'a declined walk-in who was here: nobody’s participant',
      [nomination('ana', 'TUR', { state: 'declined', walkIn: true })],
      ['ana'],
      undefined,
    ],
    [
      'a declined walk-in whom a party named after all',
      [
        nomination('ana', 'TUR', { receivedOn: '2023-06-13', state: 'declined', walkIn: true }),
        nomination('ana', 'TUR', { receivedOn: '2023-06-13', source: NOTE }),
      ],
      ['ana'],
      ['TUR', 'representative', 'nominated'],
    ],
    [
      'not accepted yet',
      [nomination('ana', 'TUR', { state: 'received' })],
      ['ana'],
      ['TUR', 'representative', 'none'],
    ],
    [
      'one that stands goes before a later one that does not',
      [
        nomination('ana', 'AUT', { receivedOn: '2023-01-01' }),
        nomination('ana', 'TUR', { receivedOn: '2023-02-01', state: 'declined' }),
      ],
      ['ana'],
      ['AUT', 'representative', 'nominated'],
    ],
    [
      'of two that do not stand the later',
      [
        nomination('ana', 'AUT', { receivedOn: '2023-03-01', state: 'replaced' }),
        nomination('ana', 'TUR', { receivedOn: '2023-02-01', state: 'withdrawn' }),
      ],
      ['ana'],
      ['AUT', 'representative', 'none'],
    ],
    [
      'of two that stand the one that makes a participant',
      [
        nomination('ana', 'UNODC', { receivedOn: '2023-03-01', capacity: 'secretariat' }),
        nomination('ana', 'TUR', { receivedOn: '2023-02-01', capacity: 'panellist' }),
      ],
      ['ana'],
      ['TUR', 'panellist', 'nominated'],
    ],
  ])('%s', (_name, nominations, came, expected) => {
    expect(known(nominations, came)).toEqual(expected);
  });
});

describe('capacities', () => {
  const of = (capacity: Capacity, partyId: string) => {
    const one = meetingWorld(meeting('m', '2023-06-13'), {
      nominations: [nomination('ana', partyId, { capacity })],
      attendance: attendance('m', [['ana', 'in-person']]),
    });
    const { figures } = statisticsOf(world([one], parties), { kind: 'meeting', meeting: 'm' });
    return [
      figures.nominated.value,
      figures.attended.value,
      figures.support.value,
      figures.countries.value + figures.organizations.value,
    ];
  };

  it.each<[Capacity, number[]]>([
    ['head', [1, 1, 0, 1]],
    ['observer', [1, 1, 0, 1]],
    ['panellist', [1, 1, 0, 1]],
    ['secretariat', [0, 0, 1, 1]],
    ['interpreter', [0, 0, 1, 0]],
    ['host-staff', [0, 0, 1, 0]],
  ])('%s: nominated, attended, support, parties', (capacity, expected) => {
    expect(of(capacity, 'UNODC')).toEqual(expected);
    expect(of(capacity, 'AUT')).toEqual(expected);
  });
});

describe('walk-ins', () => {
  // Two nominated (one came), a withdrawn one who came, two provisional, one approved, one named
  // by a note that came afterwards; and an interpreter, who is counted nowhere.
  const walkIn = true;
  const one = meetingWorld(meeting('m', '2023-06-13'), {
    nominations: [
      nomination('ana', 'AUT'),
      nomination('ben', 'AUT'),
      nomination('cem', 'AUT', { state: 'withdrawn' }),
      nomination('dan', 'TUR', { walkIn, state: 'received' }),
      nomination('eva', 'UNODC', { walkIn, state: 'received', capacity: 'observer' }),
      nomination('fia', 'TUR', { walkIn, capacity: 'expert' }),
      nomination('gul', 'TUR', { walkIn, source: NOTE }),
      nomination('ian', 'TUR', { walkIn, state: 'received', capacity: 'interpreter' }),
    ],
    attendance: attendance(
      'm',
      ['ana', 'cem', 'dan', 'eva', 'fia', 'gul', 'ian'].map((who) => [who, 'in-person']),
    ),
  });
  const all = world([one], parties);

  it('are attended, not nominated; provisional ones are stated beside', () => {
    const { figures, breakdowns } = statisticsOf(all, { kind: 'meeting', meeting: 'm' });
    expect(figures).toMatchObject({
      nominated: { value: 3 },
      attended: { value: 6 },
      registered: { value: 6 },
      noShows: { value: 1 },
      unexpected: { value: 4 },
      provisional: { value: 2 },
      support: { value: 1 },
      countries: { value: 2 },
      organizations: { value: 1 },
    });
    const byCapacity = new Map(breakdowns.capacity.map((part) => [part.part, part]));
    expect(byCapacity.get('observer')).toMatchObject({ attended: 1, nominated: 0 });
    expect(byCapacity.get('expert')).toMatchObject({ attended: 1, nominated: 0 });
    expect(byCapacity.get('representative')).toMatchObject({ attended: 4, nominated: 3 });
  });

  it('leave every figure when they are declined, though the arrival stands', () => {
    const declined = one.nominations.map((each) =>
      each.person === 'eva' ? { ...each, state: 'declined' as const } : each,
    );
    const { figures } = statisticsOf(world([{ ...one, nominations: declined }], parties), {
      ...{ kind: 'meeting', meeting: 'm' },
    });
    expect(figures).toMatchObject({
      attended: { value: 5 },
      registered: { value: 5 },
      unexpected: { value: 3 },
      provisional: { value: 1 },
      support: { value: 1 },
      organizations: { value: 0 },
    });
  });

  it('are listed by name behind the figure', () => {
    const behind = peopleBehind(
      frameOf(all),
      [digestMeeting(one)],
      { kind: 'meeting', meeting: 'm' },
      { kind: 'figure', figure: 'provisional' },
    );
    expect(behind.map(({ person, party }) => [person, party]).sort()).toEqual([
      ['dan', 'TUR'],
      ['eva', 'UNODC'],
    ]);
  });

  it('keep the sentence from saying “nominated”, and change nothing else in it', () => {
    const scope = { kind: 'meeting', meeting: 'm' } as const;
    const [sentence] = sentencesOf(statisticsOf(all, scope), 'en');
    expect(sentence).toMatchObject({ exact: 6, nominated: false, countries: 2, organizations: 1 });
  });

  it('are not asked to reconfirm, unless a party has named them', () => {
    const asked = one.nominations.filter(
      awaitsReconfirmation(meeting('m', '2023-06-13', { state: 'postponed' }), one.nominations),
    );
    expect(asked.map(({ person }) => person)).toEqual(['ana', 'ben', 'gul']);
  });
});

describe('reconfirmation after a postponement', () => {
  const moved: Partial<Meeting> = { actual: { format: null, start: '2023-09-12', end: null } };
  const early = nomination('ana', 'AUT', { receivedOn: '2023-01-10' });
  const late = nomination('ben', 'AUT', { receivedOn: '2023-08-01' });
  const undated = nomination('cem', 'TUR');
  const again = nomination('dan', 'TUR', { state: 'reconfirmed', receivedOn: '2023-01-10' });

  const waiting = (set: Partial<Meeting>, nominations: NominationFacts[]) =>
    nominations
      .filter(awaitsReconfirmation(meeting('m', '2023-02-07', set), nominations))
      .map(({ person }) => person);

  it('while a meeting is postponed, of all that were accepted', () => {
    expect(waiting({ state: 'postponed' }, [early, late, undated, again])).toEqual([
      'ana',
      'ben',
      'cem',
    ]);
  });

  it('with new dates, of those received for the dates before', () => {
    expect(waiting(moved, [early, late, undated, again])).toEqual(['ana']);
  });

  it('of nobody where nobody was asked, nor where the dates stayed or came forward', () => {
    expect(waiting(moved, [early, late, undated])).toEqual([]);
    expect(waiting({}, [early, again])).toEqual([]);
    const forward = { actual: { format: null, start: '2023-01-30', end: null } };
    expect(waiting(forward, [early, again])).toEqual([]);
  });

  it('is shown apart, and is no surprise when they come', () => {
    const one = meetingWorld(meeting('m', '2023-02-07', moved), {
      nominations: [early, again],
      attendance: attendance('m', [['ana', 'in-person']]),
    });
    const { figures } = statisticsOf(world([one], parties), { kind: 'meeting', meeting: 'm' });
    expect(figures).toMatchObject({
      nominated: { value: 1 },
      unreconfirmed: { value: 1 },
      attended: { value: 1 },
      noShows: { value: 1 },
      unexpected: { value: 0 },
    });
  });
});
