import { describe, expect, it } from 'vitest';
import type { Capacity } from '@shared/domain/nomination/types';
import type { Meeting } from '@shared/domain/meeting/types';
import { digestMeeting } from '@shared/statistics/digest';
import { awaitsReconfirmation } from '@shared/statistics/reconfirmation';
import { statisticsOf } from '@shared/statistics/statistics';
import type { NominationFacts } from '@shared/statistics/world';
import { attendance, meeting, meetingWorld, nomination, party, world } from './build-world';

const parties = [party('AUT'), party('TUR'), party('UNODC', 'organization')];

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
    ['a walk-in', [], ['ana'], [null, null, 'none']],
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
