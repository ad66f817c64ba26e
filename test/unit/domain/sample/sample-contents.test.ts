import { describe, expect, it } from 'vitest';
import { readBadgeCode } from '@shared/domain/badge/code';
import type { Draft } from '@shared/operation/operation';
import { common, count, meetingCalled, records, rowsOf, type Fields } from './figures';
import { drafts, meeting, ofMeeting, rows, sample, type MeetingKey } from './sample';

describe('the meetings of the sample', () => {
  it('are the four of 2023, closed, and one demonstration', () => {
    const shown = records(rows, 'meetings').map((one) => ({
      city: one['city'],
      state: one['state'],
      actual: one['actual'],
    }));
    const held = (city: string, start: string, end: string) => ({
      city,
      state: 'closed',
      actual: { format: 'hybrid', start, end },
    });
    expect(shown).toHaveLength(5);
    for (const one of [
      held('Ankara', '2023-09-12', '2023-09-13'),
      held('Sofia', '2023-06-13', '2023-06-14'),
      held('Samarkand', '2023-11-01', '2023-11-02'),
      held('Vienna', '2023-12-11', '2023-12-12'),
    ]) {
      expect(shown).toContainEqual(one);
    }
  });

  it.each([
    ['A', 'institution', 'Turkish National Police', 'TUR'],
    ['B', 'institution', 'General Directorate Combating Organized Crime', 'BGR'],
    ['C', 'institution', 'National Center for Drug Control', 'UZB'],
    ['P', 'organization', 'United Nations Office on Drugs and Crime', 'UNODC'],
  ] as const)('%s is hosted by an %s: %s', (key, kind, name, code) => {
    const [host] = meeting(key)['hosts'] as { kind: string; name: string; party: string }[];
    const party = records(rows, 'parties').find((one) => one['id'] === host?.party);
    expect([host?.kind, party?.['code']]).toEqual([kind, code]);
    expect(host?.name).toContain(name);
  });

  it('keep the postponement of Ankara: planned, announced, actual, and why', () => {
    const { id, planned, announced, changeReason } = meeting('A');
    expect(planned).toEqual({ format: 'hybrid', start: '2023-02-07', end: '2023-02-08' });
    expect(announced).toEqual({ format: 'virtual', start: '2023-09-12', end: '2023-09-13' });
    expect(changeReason).toContain('earthquake');
    const steps = drafts
      .filter((one) => one.body['id'] === id)
      .map((one) => {
        const set = one.body['set'] as Fields;
        const state = set['state'] as string | undefined;
        return `${one.type} ${state ?? Object.keys(set).join()}`;
      });
    expect(steps).toEqual([
      'meeting.created planned',
      'meeting.moved nominations-open',
      'meeting.moved nominations-closed',
      'meeting.postponed postponed',
      'meeting.changed announced,nominationDeadline,changeReason',
      'meeting.moved nominations-open',
      'meeting.moved nominations-closed',
      'meeting.moved in-session',
      'meeting.changed actual,changeReason',
      'meeting.moved closed',
    ]);
  });

  it.each([
    ['A', '2023-09-12T07:00:00.000Z', '2023-09-13T14:30:00.000Z'],
    ['B', '2023-06-13T06:30:00.000Z', '2023-06-14T14:00:00.000Z'],
    ['C', '2023-11-01T04:00:00.000Z', '2023-11-02T11:30:00.000Z'],
    ['P', '2023-12-11T09:00:00.000Z', '2023-12-12T17:00:00.000Z'],
  ] as const)('%s sits four times, from %s to %s', (key, start, end) => {
    const sessions = ofMeeting('sessions', meeting(key)['id']);
    expect(sessions).toHaveLength(4);
    expect(sessions.map((one) => String(one['start'])).sort()[0]).toBe(start);
    expect(
      sessions
        .map((one) => String(one['end']))
        .sort()
        .at(-1),
    ).toBe(end);
  });

  it.each([
    ['A', 4],
    ['B', 10],
    ['C', 8],
    ['P', 0],
  ] as const)('%s agreed on %i recommendations, endorsed by the policy meeting', (key, agreed) => {
    const own = ofMeeting('recommendations', meeting(key)['id']);
    expect(own.map((one) => one['number']).sort((x, y) => Number(x) - Number(y))).toEqual(
      Array.from({ length: agreed }, (_, index) => index + 1),
    );
    const versions = rows.tables.get('versions')!;
    for (const one of own) {
      expect(one).toMatchObject({ state: 'endorsed', endorsedAt: meeting('P')['id'] });
      expect(one['text.en']).toContain('[Synthetic text]');
      expect(one['text.ru']).toContain('[Синтетический текст]');
      const named = one['agreedVersions'] as Record<string, string>;
      expect(one['endorsedVersions']).toEqual(named);
      for (const language of ['en', 'ru']) {
        expect(versions.get(named[language]!)).toMatchObject({ record: one['id'], language });
      }
    }
  });
});

describe('the people of the sample', () => {
  const people = records(rows, 'people');

  it('are marked synthetic, have different names and addresses at example.org', () => {
    expect(records(rows, 'programmes')[0]).toMatchObject({ synthetic: true });
    const names = people.map(
      (one) => `${String(one['given'])} ${String(one['family'])} ${String(one['full'])}`,
    );
    const emails = people.flatMap((one) => one['emails'] as string[]);
    expect(new Set(names).size).toBe(people.length);
    expect(new Set(emails).size).toBe(people.length);
    for (const one of people) expect(one['synthetic']).toBe(true);
    for (const email of emails) expect(email).toMatch(/^[a-z0-9.-]+@example\.org$/);
    for (const one of people) expect(one['institution']).toMatch(/\(synthetic\)$/);
  });

  it('have names in their own script where they write another', () => {
    for (const script of ['Cyrillic', 'Arabic', 'Han', 'Greek']) {
      const pattern = new RegExp(`^[\\p{Script=${script}} ]+$`, 'u');
      expect(
        people.filter((one) => pattern.test(String(one['native']))).length,
        script,
      ).toBeGreaterThan(2);
    }
  });
});

describe('what the sample holds besides the figures', () => {
  const nominations = (key: MeetingKey) => ofMeeting('nominations', meeting(key)['id']);
  const states = (key: MeetingKey) => {
    const counted: Record<string, number> = {};
    for (const one of nominations(key)) {
      const state = one['state'] as string;
      counted[state] = (counted[state] ?? 0) + 1;
    }
    return counted;
  };

  it.each(['A', 'B', 'C', 'P'] as const)(
    '%s: no-shows, staff, and every end of a nomination',
    (key) => {
      const { people } = count(rows, meeting(key)['id'] as string);
      const standing = nominations(key).filter((one) =>
        ['accepted', 'reconfirmed'].includes(one['state'] as string),
      );
      const withCapacity = (capacity: string) =>
        nominations(key).filter((one) => one['capacity'] === capacity);
      const named = new Set(standing.map((one) => one['person'] as string));
      expect(common(people, named).size).toBe(people.size);
      expect(named.size).toBeGreaterThan(people.size + 8);
      expect(withCapacity('secretariat')).toHaveLength(5);
      expect(withCapacity('interpreter').length).toBeGreaterThanOrEqual(4);
      expect(withCapacity('host-staff').length).toBeGreaterThanOrEqual(5);
      expect(states(key)).toMatchObject({ declined: 2, withdrawn: 3, replaced: 3 });
      for (const one of nominations(key).filter((other) => other['state'] === 'replaced')) {
        const successor = nominations(key).find((other) => other['id'] === one['replacedBy']);
        expect(successor).toMatchObject({
          party: one['party'],
          state: expect.stringMatching(/ed$/) as string,
        });
        expect(one['authorisedBy']).toBeTruthy();
      }
    },
  );

  it('leaves nominations for Ankara unreconfirmed, of people who did not come', () => {
    const { people } = count(rows, meeting('A')['id'] as string);
    const early = nominations('A').filter(
      (one) => one['state'] === 'accepted' && String(one['receivedOn']) < '2023-02-06',
    );
    expect(early).toHaveLength(14);
    for (const one of early) expect(people.has(one['person'] as string)).toBe(false);
    expect(states('A')['reconfirmed']).toBeGreaterThan(60);
  });

  it('links logins in every way, and leaves some open', () => {
    const links = records(rows, 'logins').map((one) => {
      const link = one['link'] as {
        kind: string;
        by?: string;
        why?: string;
        persons?: string[];
      } | null;
      return link === null
        ? 'open'
        : (link.by ?? link.why ?? '') + (link.persons && link.persons.length > 1 ? '+' : '');
    });
    expect(new Set(links)).toEqual(
      new Set(['email', 'alias', 'hand', 'hand+', 'service', 'host', 'open']),
    );
    expect(records(rows, 'aliases').length).toBeGreaterThan(10);
    expect(records(rows, 'reports')).toHaveLength(8);
  });

  it('retracts arrivals that were a mistake, and counts none of them', () => {
    const retracted = drafts.filter((one) => one.type === 'attendance.retracted');
    expect(retracted).toHaveLength(8);
    for (const one of retracted) {
      const { people } = count(rows, one.meeting!);
      expect(people.has(one.body['person'] as string)).toBe(false);
    }
  });

  it('records people before they are named, and arrivals when they happened', () => {
    const position = new Map<string, number>();
    drafts.forEach((one: Draft, index) => {
      if (one.type === 'person.recorded') position.set(one.body['id'] as string, index);
      if (one.type === 'nomination.received') {
        const set = one.body['set'] as Fields;
        expect(position.get(set['person'] as string)).toBeLessThan(index);
      }
    });
    const arrivals = drafts.filter((one) => one.type === 'attendance.arrived');
    const times = arrivals.map((one) => one.body['when'] as string);
    expect(times).toEqual(times.toSorted());
  });
});

describe('the demonstration meeting', () => {
  const demonstration = meetingCalled(rows, 'demonstration');
  const all = ofMeeting('nominations', demonstration['id']);
  const own = all.filter((one) => one['walkIn'] !== true);
  const walkIns = all.filter((one) => one['walkIn'] === true);

  it('sits today and tomorrow and says what it is', () => {
    expect(demonstration).toMatchObject({ state: 'in-session', ordinal: 18 });
    expect(demonstration['title']).toContain('not a real meeting');
    const days = ofMeeting('sessions', demonstration['id']).map((one) => one['date']);
    expect(days.sort()).toEqual(['2026-11-21', '2026-11-21', '2026-11-22', '2026-11-22']);
  });

  it('expects about sixty people of the sample, of whom nobody has come yet', () => {
    const accepted = own.filter((one) => one['state'] === 'accepted');
    expect(accepted.length).toBeGreaterThan(50);
    expect(accepted.length).toBeLessThan(70);
    expect(new Set(own.map((one) => one['person'])).size).toBe(own.length);
    expect(own.filter((one) => one['state'] === 'withdrawn')).toHaveLength(1);
    expect(own.filter((one) => one['state'] === 'replaced')).toHaveLength(1);
    expect(new Set(accepted.map((one) => one['party'])).size).toBeGreaterThan(12);
    const before = new Set(
      records(rows, 'nominations')
        .filter((one) => one['meeting'] !== demonstration['id'])
        .map((one) => one['person']),
    );
    for (const one of own) expect(before).toContain(one['person']);
    const there = drafts.filter(
      (one) => one.meeting === demonstration['id'] && /^(attendance|login)\./.test(one.type),
    );
    expect(there.map((one) => one.body['person'])).toEqual(walkIns.map((one) => one['person']));
  });

  it('has two who came un-nominated and wait for approval, one of them new', () => {
    expect(walkIns).toHaveLength(2);
    for (const one of walkIns) {
      expect(one).toMatchObject({ state: 'received', source: null, publish: 'not-asked' });
      const arrivals = drafts.filter(
        ({ type, body }) => type === 'attendance.arrived' && body['person'] === one['person'],
      );
      expect(arrivals.at(-1)).toMatchObject({
        meeting: demonstration['id'],
        body: { scope: 'reception', modality: 'in-person' },
      });
    }
    const met = (person: unknown) =>
      records(rows, 'nominations').filter((one) => one['person'] === person).length > 1;
    expect(walkIns.map(({ person }) => met(person))).toEqual([true, false]);
    expect(records(rows, 'nominations').filter((one) => one['walkIn'] === true)).toHaveLength(2);
  });

  it('has a badge for everybody who is expected, one of them in place of one that was lost', () => {
    const badges = ofMeeting('badges', demonstration['id']);
    const expected = own
      .filter((one) => one['state'] === 'accepted')
      .map((one) => one['person'] as string);
    const held = badges.filter((one) => one['revokedFor'] == null && one['kind'] === 'personal');
    expect(held.map((one) => one['person']).sort()).toEqual(expected.toSorted());
    for (const one of badges) {
      const code = one['code'] as string;
      expect(readBadgeCode(code)).toEqual({ ok: true, code });
    }
    expect(new Set(badges.map((one) => one['code'])).size).toBe(badges.length);
    const [lost, ...others] = badges.filter((one) => one['revokedFor'] != null);
    expect(others).toEqual([]);
    const successor = badges.find((one) => one['id'] === lost?.['successor']);
    expect(lost).toMatchObject({ revokedFor: 'lost', person: successor?.['person'] });
    const floating = badges.filter((one) => one['kind'] === 'floating');
    expect(floating.map((one) => one['label'])).toEqual(['Delegation 1', 'Delegation 2']);
    expect(badges).toHaveLength(records(rows, 'badges').length);
    const printed = new Set(ofMeeting('prints', demonstration['id']).map((one) => one['badge']));
    expect(badges.filter((one) => !printed.has(one['id']))).toHaveLength(5 + 2);
  });

  it('moves with the day on which the sample is opened', () => {
    const later = sample(2023, '2027-12-31');
    const held = meetingCalled(rowsOf(later), 'demonstration');
    expect(held['actual']).toEqual({ format: 'hybrid', start: '2027-12-31', end: '2028-01-01' });
  });
});
