import { describe, expect, it } from 'vitest';
import { digestMeeting } from '@shared/statistics/digest';
import {
  evidenceLogins,
  replacedReports,
  standingReports,
} from '@shared/statistics/virtual/evidence';
import { onlineResult } from '@shared/statistics/virtual/online-result';
import { login, meeting, meetingWorld, session } from '../build-world';

const report = (id: string, replaces: string | null = null) => ({ id, replaces, digest: '' });
const of = (id: string) => ({ ...login(['p'], '2023-06-13T09:00:00Z', [0, 60]), report: id });

describe('logins as evidence', () => {
  it.each([
    ['one report', [report('a')], ['a']],
    ['a corrected one', [report('a'), report('b', 'a')], ['b']],
    ['a correction of a correction', [report('a'), report('b', 'a'), report('c', 'b')], ['c']],
    ['a correction that was taken back', [report('a')], ['a']],
    ['a corrected one that was taken back', [report('b', 'a')], ['b']],
    ['two days', [report('a'), report('b'), report('c', 'a')], ['b', 'c']],
    ['a report that names itself', [report('a', 'a')], ['a']],
    ['none', [], []],
  ])('are those of %s', (_, reports, expected) => {
    const logins = ['a', 'b', 'c'].map(of);
    expect(evidenceLogins(reports, logins).map((one) => one.report)).toEqual(expected);
  });

  it('are the same list when all of them are', () => {
    const logins = [of('a')];
    expect(evidenceLogins([report('a')], logins)).toBe(logins);
  });

  it('name the later one of two corrections', () => {
    const replaced = replacedReports([report('a'), report('c', 'a'), report('b', 'a')]);
    expect([...replaced].map(([id, by]) => [id, by.id])).toEqual([['a', 'c']]);
  });

  it('count no more in any figure once they were corrected', () => {
    const world = meetingWorld(meeting('m', '2023-06-13'), {
      sessions: [session('s', '2023-06-13')],
      logins: [
        { ...login(['was-there'], '2023-06-13T09:00:00Z', [0, 60]), report: 'corrected' },
        { ...login(['is-there'], '2023-06-13T09:00:00Z', [0, 60]) },
      ],
      reports: [report('corrected'), report('report', 'corrected')],
    });
    expect([...digestMeeting(world).participants.keys()]).toEqual(['is-there']);
  });

  it('count once where two desks took one file over, with what either decided', () => {
    const file = (id: string, replaces: string | null = null) => ({
      ...{ id, replaces, digest: 'd' },
    });
    const at = (id: string, name: string, report: string, ...persons: string[]) => ({
      ...login(persons, '2023-06-13T09:00:00Z', [0, 60]),
      ...{ id, name, report },
    });
    const world = meetingWorld(meeting('m', '2023-06-13'), {
      sessions: [session('s', '2023-06-13')],
      logins: [
        at('a1', 'Anna', 'a', 'anna'),
        at('a2', 'Borys', 'a'),
        at('b1', 'Anna', 'b'),
        at('b2', 'Borys', 'b', 'borys'),
      ],
      reports: [file('b'), file('a')],
    });
    const [first] = onlineResult(world).sittings;
    expect(first?.concurrent.counts[30]).toBe(2);
    expect(onlineResult(world).undecided).toBe(0);
    expect([...digestMeeting(world).participants.keys()].sort()).toEqual(['anna', 'borys']);
    expect(standingReports(world.reports).map(({ id }) => id)).toEqual(['a']);
    const corrected = [...world.reports, { ...file('c', 'b'), digest: 'e' }];
    expect([...replacedReports(corrected).keys()].sort()).toEqual(['a', 'b']);
    expect(evidenceLogins(corrected, world.logins)).toEqual([]);
  });
});
