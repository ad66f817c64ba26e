import { describe, expect, it } from 'vitest';
import { bindShownAgain } from '@shared/domain/virtual/bind';
import { LOGIN_DEFAULTS, type Login } from '@shared/domain/virtual/types';
import { boundBy } from '@shared/journal/forgetting';
import { counting } from '../../../support/deciding';

const linked = (person: string) => ({
  kind: 'persons' as const,
  persons: [person],
  by: 'hand' as const,
});
const login = (id: string, report: string, set: Partial<Login> = {}): Login => ({
  ...{ ...LOGIN_DEFAULTS, id, report, meeting: 'm', name: 'A. Tarvel' },
  ...set,
});
const report = (id: string, digest: string, replaces: string | null = null) => ({
  ...{ id, digest, replaces },
});

describe('forgetting somebody whose name other readings of the report show', () => {
  const reports = [
    report('r1', 'a'),
    report('r2', 'a'),
    report('r0', 'o'),
    report('r3', 'b', 'r0'),
    report('r4', 'c', 'r3'),
    report('other', 'd'),
  ];
  const bound = (logins: readonly Login[], persons = ['anna']) =>
    bindShownAgain(counting(), persons, reports, logins, (_, id) => [`head of ${id}`]).map(
      (draft) => [boundBy(draft), draft.subjects[1]],
    );

  it.each([
    ['the same file at another desk', 'r1', 'r2'],
    ['the report that was corrected', 'r3', 'r0'],
    ['a correction of the correction', 'r0', 'r4'],
  ])('binds what stands in %s', (_, own, other) => {
    const logins = [login('l1', own, { link: linked('anna') }), login('l2', other)];
    expect(bound(logins)).toEqual([['l2', 'anna']]);
  });

  it('changes nothing that was decided', () => {
    const rejected = login('l2', 'r2', { rejected: ['borys'], link: linked('carla') });
    const logins = [login('l1', 'r1', { link: linked('anna') }), rejected];
    const [draft] = bindShownAgain(counting(), ['anna'], reports, logins, (_, id) => [
      `${id} head`,
    ]);
    expect(draft).toMatchObject({
      ...{ over: ['l2 head'], subjects: ['l2', 'anna'], personal: null },
      body: { id: 'l2', set: { rejected: ['borys'] } },
    });
  });

  it.each([
    ['another report', login('l2', 'other')],
    ['another name', login('l2', 'r2', { name: 'B. Belmor' })],
    ['what names the person already', login('l2', 'r2', { link: linked('anna') })],
    ['a namesake in the same report', login('l2', 'r1', { link: linked('carla') })],
  ])('leaves %s alone', (_, other) => {
    expect(bound([login('l1', 'r1', { link: linked('anna') }), other])).toEqual([]);
  });

  it('leaves everything alone of somebody who was never online', () => {
    expect(bound([login('l1', 'r1'), login('l2', 'r2')])).toEqual([]);
  });

  it('leaves alone what has no name any more', () => {
    const nameless = { name: '', email: null };
    const logins = [
      login('l1', 'r1', { ...nameless, link: linked('anna') }),
      login('l2', 'r2', nameless),
    ];
    expect(bound(logins)).toEqual([]);
  });
});
