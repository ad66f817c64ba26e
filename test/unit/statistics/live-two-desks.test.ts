import { describe, expect, it } from 'vitest';
import type { Link } from '@shared/domain/virtual/types';
import type { Scope } from '@shared/statistics/scope';
import { statisticsOf } from '@shared/statistics/statistics';
import type { LoginFacts } from '@shared/statistics/world';
import { LiveStatistics } from '../../../renderer/workers/jobs/statistics-live';
import { login, meeting, meetingWorld, session, world } from './build-world';

const DAY = '2023-06-13';
const SCOPE: Scope = { kind: 'meetings', meetings: ['m'] };
const hand = (person: string): Link => ({ kind: 'persons', persons: [person], by: 'hand' });

describe('live figures of a file that two desks took over', () => {
  it('follow a decision that opens what the other desk decided', () => {
    const at = (report: string, name: string, link: Link | null): LoginFacts => ({
      ...login([], `${DAY}T09:00:00Z`, [0, 60]),
      ...{ id: `${report} ${name}`, report, name, link },
    });
    const other = [at('b', 'One', hand('borys')), at('b', 'Two', null)];
    const two = at('a', 'Two', hand('carla'));
    const file = (id: string) => ({ id, replaces: null, digest: 'd' });
    const base = meetingWorld(meeting('m', DAY), {
      sessions: [session('s', DAY)],
      reports: [file('a'), file('b')],
    });
    const live = new LiveStatistics();
    const attended = (link: Link | null) => {
      const now = world([{ ...base, logins: [at('a', 'One', link), two, ...other] }], []);
      live.update(now);
      const figures = live.statistics(SCOPE);
      expect(figures).toEqual(statisticsOf(now, SCOPE));
      return figures?.figures.attended.value;
    };
    expect(attended(null)).toBe(2);
    expect(attended(hand('anna'))).toBe(1);
    expect(attended(hand('borys'))).toBe(2);
  });
});
