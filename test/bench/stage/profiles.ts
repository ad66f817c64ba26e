import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import asset from '@assets/programmes/paris-pact.json';
import { openRegister, type Register } from '@electron/register/register';
import { machineId } from '@electron/settings/machine';
import { prepareProfile, profileAt, type Profile } from '@electron/settings/profile';
import { defaultSettings } from '@shared/contract/settings';
import { MEETING_DEFAULTS } from '@shared/domain/meeting/types';
import { createProgramme } from '@shared/domain/programme/create';
import { programmeFileSchema } from '@shared/domain/programme/types';
import { draft } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { meetingLoad, yearLoad, type Load } from '../../support/load';
import { webinarLoad } from '../../support/logins/load';
import { webinarPeople } from '../../support/logins/webinar';
import { seededIds } from '../../support/seeded';

/** A synthetic person of a load, as far as somebody at a desk could ask for them. */
export interface LoadedPerson {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly email: string;
}

/** A desk's folder with a load in its register. */
export interface Loaded {
  readonly meetings: readonly string[];
  /** The session that is sitting now in the first meeting, where a desk checks in; none in a year. */
  readonly sitting: string | null;
  readonly programme: string;
  readonly people: readonly LoadedPerson[];
  readonly participations: number;
  readonly events: number;
  readonly operations: number;
  /** Committing all of it, seconds. */
  readonly seconds: number;
}

const file = programmeFileSchema.parse(asset);
const HOUR = 3_600_000;

/** Everything that a load's drafts told, and where they went. */
class Filling {
  readonly people: LoadedPerson[] = [];
  programme = '';
  operations = 0;
  private readonly started = performance.now();

  constructor(private readonly register: Register) {}

  commit(drafts: readonly Draft[]): void {
    const answer = this.register.commit(drafts);
    if (!answer.ok) throw new Error(`the load was refused: ${answer.reason}: ${answer.detail}`);
    this.operations += drafts.length;
    for (const one of drafts) this.note(one);
  }

  seconds(): number {
    return (performance.now() - this.started) / 1000;
  }

  private note({ type, body, personal }: Draft): void {
    const id = body['id'] as string;
    if (type === 'programme.created') this.programme = id;
    if (type !== 'person.recorded') return;
    const { family, given, emails } = personal?.['set'] as Record<'family' | 'given', string> & {
      emails: string[];
    };
    this.people.push({ id, family, given, email: emails[0] ?? '' });
  }
}

/** L in one meeting. A session more sits now, so that nobody is in it yet and the desk may begin. */
export function fillWithMeeting(folder: string, seed: number, scale: number): Loaded {
  const now = Date.now();
  const newId = seededIds(seed + 1, now);
  return fill(folder, meetingLoad(file, { seed, scale }), ([meeting = '']) => {
    const body = {
      name: 'Sitting now',
      date: new Date(now).toISOString().slice(0, 10),
      start: new Date(now - HOUR).toISOString(),
      end: new Date(now + 24 * HOUR).toISOString(),
    };
    const id = newId();
    const context = { newId, now: new Date(now).toISOString() };
    const sitting = draft(context, { type: 'session.created', meeting, body: { id, set: body } });
    return { drafts: [sitting], sitting: id };
  });
}

/** The year of L. */
export function fillWithYear(folder: string, seed: number, scale: number): Loaded {
  return fill(folder, yearLoad(file, { seed, scale }), () => ({ drafts: [], sitting: null }));
}

/** A programme with one meeting that takes nominations and has none. */
export function fillWithEmptyMeeting(folder: string, seed: number): Loaded {
  const context = { newId: seededIds(seed), now: new Date().toISOString() };
  const { programme, drafts } = createProgramme(file, context);
  const meeting = context.newId();
  const held = { format: 'hybrid', start: '2026-12-07', end: '2026-12-08' } as const;
  const created = draft(context, {
    type: 'meeting.created',
    meeting,
    body: {
      id: meeting,
      set: {
        ...MEETING_DEFAULTS,
        ...{ programme, body: 'pcg', title: 'Meeting to be filled (synthetic)', planned: held },
        ...{ city: 'Vienna', country: 'AUT', timeZone: 'Europe/Vienna' },
        state: 'nominations-open',
        rules: { ...MEETING_DEFAULTS.rules },
      },
    },
  });
  const load = { meetings: [meeting], people: 0, participations: 0, events: 0 };
  return fill(folder, { ...load, chunks: [[...drafts, created]] }, () => ({
    drafts: [],
    sitting: null,
  }));
}

/** The meeting of a large webinar, with everybody whom its report names. */
export function fillWithExpected(folder: string, seed: number, people: number): Loaded {
  const load = webinarLoad(file, webinarPeople(people, seed), seed);
  return fill(folder, load, () => ({ drafts: [], sitting: null }));
}

/** Commits a load through the register itself, before a host opens it. */
function fill(
  folder: string,
  load: Load,
  last: (meetings: readonly string[]) => { drafts: Draft[]; sitting: string | null },
): Loaded {
  const profile = profileIn(folder);
  prepareProfile(profile);
  const operator = randomUUID();
  const settings = {
    ...defaultSettings({ operatorId: operator, locale: 'en' }),
    ...{ started: true, deskName: 'Bench', sound: false },
  };
  writeFileSync(join(profile.settings, 'settings.json'), JSON.stringify(settings));
  const register = openRegister({
    folder: profile.register,
    backupFolder: profile.backup,
    actor: () => operator,
    now: Date.now,
    machine: machineId(),
  });
  try {
    const filling = new Filling(register);
    for (const chunk of load.chunks) filling.commit(chunk);
    const { drafts, sitting } = last(load.meetings);
    if (drafts.length > 0) filling.commit(drafts);
    const { people, programme, operations } = filling;
    const { meetings, participations, events } = load;
    const seconds = filling.seconds();
    return { meetings, sitting, programme, people, participations, events, operations, seconds };
  } finally {
    register.close();
  }
}

export function profileIn(folder: string): Profile {
  return profileAt({
    env: { ROSTRUM_PROFILE: folder },
    platform: process.platform,
    home: homedir(),
  });
}
