import type { Role } from '@shared/domain/operator/types';
import type { Body, Draft } from '@shared/operation/operation';

/** One operation to be: its type and what it says. The id of the record is added. */
type Saying = readonly [type: string, set: Body, personal?: Body];

/** A record: its table's word, and everything that is said about it, in order. */
interface Story {
  readonly meeting: boolean;
  readonly sayings: readonly Saying[];
}

const DIGEST = 'a'.repeat(64);
const CODE = '0123456789ABC';
const PIN = { salt: '0'.repeat(32), hash: 'b'.repeat(64), cost: 32_768 };
const schedule = { format: 'hybrid', start: '2023-02-07', end: '2023-02-08' };

function stories(ids: Record<'person' | 'party' | 'report' | 'programme', string>): Story[] {
  return [
    {
      meeting: false,
      sayings: [
        ['operator.added', {}, { name: 'Operator Testov' }],
        ['operator.renamed', {}, { name: 'Operator Testova' }],
        ['operator.secured', { secured: true }, { pin: PIN }],
        ['operator.removed', { removed: true }],
      ],
    },
    { meeting: false, sayings: [['desk.named', { name: 'Reception' }]] },
    {
      meeting: false,
      sayings: [
        ['programme.created', { names: { en: 'Test programme' }, synthetic: true }],
        ['programme.changed', { names: { en: 'Test programme', ru: 'Проба' } }],
      ],
    },
    {
      meeting: false,
      sayings: [
        ['party.added', { kind: 'country', code: 'XTA', names: { en: 'Testland' } }],
        ['party.changed', { flags: ['donor'] }],
      ],
    },
    {
      meeting: true,
      sayings: [
        ['meeting.created', { programme: ids.programme, title: 'A meeting', planned: schedule }],
        ['meeting.changed', { city: 'Testville', hosts: [] }],
        ['meeting.moved', { state: 'nominations-open' }],
        ['meeting.postponed', { state: 'postponed', announced: schedule }],
      ],
    },
    {
      meeting: true,
      sayings: [
        ['session.created', { name: 'Day 1, morning', date: '2023-02-07' }],
        ['session.changed', { start: '2023-02-07T09:00:00Z', end: '2023-02-07T12:00:00Z' }],
      ],
    },
    {
      meeting: true,
      sayings: [
        ['nomination.received', { person: ids.person, party: ids.party, state: 'received' }],
        ['nomination.changed', { capacity: 'head' }, { remarks: 'Arrives late, Ana says' }],
        ['nomination.accepted', { state: 'accepted' }],
        ['nomination.declined', { state: 'declined' }],
        ['nomination.reconfirmed', { state: 'reconfirmed' }],
        ['nomination.withdrawn', { state: 'withdrawn' }],
        ['nomination.replaced', { state: 'replaced' }, { authorisedBy: 'Head Testov' }],
        ['nomination.identity-seen', { identitySeenAt: '2023-02-07T08:53:00Z' }],
      ],
    },
    {
      meeting: true,
      sayings: [
        ['import.made', { kind: 'report', rows: 3, state: 'made' }, { file: 'ana-testova.csv' }],
        ['import.undone', { state: 'undone' }],
      ],
    },
    {
      meeting: true,
      sayings: [
        ['report.imported', { platform: 'zoom', digest: DIGEST, rows: 3 }, { file: 'zoom.csv' }],
        ['report.changed', { dropped: 1 }],
      ],
    },
    {
      meeting: true,
      sayings: [
        [
          'login.recorded',
          { report: ids.report, intervals: [[1_675_760_400_000, 1_675_764_000_000]] },
          { name: 'Ana T.', email: 'ana@example.org' },
        ],
        ['login.linked', { link: { kind: 'persons', persons: [ids.person], by: 'email' } }],
      ],
    },
    {
      meeting: false,
      sayings: [
        ['alias.confirmed', { person: ids.person, revoked: false }, { name: 'Ana T.' }],
        ['alias.changed', { revoked: true }],
      ],
    },
    {
      meeting: true,
      sayings: [
        ['agenda.added', { order: 'a0', title: 'Opening', symbols: ['E/TEST.1/2023/1'] }],
        ['agenda.changed', { minutes: 30 }],
        ['agenda.moved', { state: 'concluded' }],
      ],
    },
    {
      meeting: true,
      sayings: [
        ['recommendation.drafted', { number: 1, order: 'a0' }],
        ['recommendation.worded', {}, { 'text.en': 'States should test their registers.' }],
        ['recommendation.changed', { pillar: 'I' }, { reservations: 'None so far' }],
        ['recommendation.discussed', { state: 'under-discussion' }],
        ['recommendation.agreed', { state: 'agreed', agreedOn: '2023-02-08T10:00:00Z' }],
        ['recommendation.submitted', { state: 'submitted' }],
        ['recommendation.endorsed', { state: 'endorsed' }],
        ['recommendation.not-endorsed', { state: 'not-endorsed' }],
        ['recommendation.referred-back', { state: 'referred-back' }],
      ],
    },
    {
      meeting: false,
      sayings: [
        [
          'implementation.reported',
          { recommendation: ids.report, party: ids.party, year: 2024, status: 'in-progress' },
          { evidence: 'Register tested in May' },
        ],
        ['implementation.changed', { status: 'implemented', reportedOn: '2024-11-02' }],
      ],
    },
    {
      meeting: true,
      sayings: [
        ['badge.issued', { code: CODE, kind: 'floating', party: ids.party }, { label: 'One' }],
        ['badge.changed', {}, { label: 'Two' }],
        ['badge.lent', { lentTo: ids.person, lentAt: '2023-02-07T09:00:00Z' }],
        ['badge.returned', { lentTo: null, lentAt: null }],
        ['badge.revoked', { revokedFor: 'lost' }],
      ],
    },
    {
      meeting: true,
      sayings: [
        [
          'badge.printed',
          { kind: 'badge', person: ids.person, template: 'portrait', at: '2023-02-07T08:00:00Z' },
          { reason: 'smudged' },
        ],
      ],
    },
    {
      meeting: true,
      sayings: [
        [
          'scan.kept',
          { code: CODE, when: '2023-02-07T08:52:00Z', scopes: ['reception'], state: 'waiting' },
        ],
        ['scan.settled', { state: 'settled' }],
        ['scan.dismissed', { state: 'dismissed' }],
      ],
    },
    {
      meeting: false,
      sayings: [
        ['person.told-apart', { one: ids.person, other: ids.party }],
        ['person.not-told-apart', { removed: true }],
      ],
    },
  ];
}

/**
 * One draft at least of every type in the catalogue, with invented values; but no grant
 * and nobody forgotten, because the others would no longer hold, or be whole.
 */
export function sampleDrafts(newId: () => string): Draft[] {
  const ids = { person: newId(), party: newId(), report: newId(), programme: newId() };
  const meeting = newId();
  const drafts = [
    ...personDrafts(newId, ids.person),
    ...attendanceDrafts(newId, ids.person, meeting),
  ];
  for (const story of stories(ids)) {
    const record = newId();
    let before: string | null = null;
    for (const [type, set, personal] of story.sayings) {
      const made: Draft = {
        ...{ id: newId(), type, v: 1, meeting: story.meeting ? meeting : null },
        over: before === null ? [] : [before],
        subjects: /^(nomination|login|alias|badge|scan)/.test(type) ? [ids.person] : [],
        blobs: type === 'report.imported' ? [DIGEST] : [],
        body: { id: record, set },
        personal: personal === undefined ? null : { set: personal },
      };
      drafts.push(made);
      before = made.id;
    }
  }
  return drafts;
}

/** A role given to an operator, or taken back with null. */
export function grantDraft(
  newId: () => string,
  operator: string,
  role: Role | null,
  since: string | null = null,
): Draft {
  return {
    ...{ id: newId(), type: 'operator.granted', v: 1, meeting: null, over: [] },
    ...{ subjects: [operator], blobs: [], personal: null },
    body: { id: operator, set: { role, since } },
  };
}

/** A person forgotten. */
export function forgetDraft(newId: () => string, person: string): Draft {
  return {
    ...{ id: newId(), type: 'person.forgotten', v: 1, meeting: null, over: [] },
    ...{ subjects: [person], blobs: [], personal: null },
    body: { id: person, set: { forgotten: true, forgottenFor: 'retention', gender: 'female' } },
  };
}

/** A person recorded, and changed with a note why. */
export function personDrafts(newId: () => string, person = newId()): Draft[] {
  const recorded = newId();
  const open = { v: 1, meeting: null, subjects: [person], blobs: [] };
  return [
    {
      ...{ ...open, id: recorded, type: 'person.recorded', over: [] },
      body: { id: person, set: { synthetic: true } },
      personal: { set: { family: 'Testova', given: 'Ana', emails: ['ana@example.org'] } },
    },
    {
      ...{ ...open, id: newId(), type: 'person.changed', over: [recorded] },
      body: { id: person, set: {} },
      personal: { set: { jobTitle: 'Officer' }, note: 'told by Ana herself' },
    },
  ];
}

/** Two records of one human being: merged, and parted again. */
export function mergeDrafts(newId: () => string, from: string, into: string): Draft[] {
  const merged = newId();
  const open = { v: 1, meeting: null, subjects: [from, into], blobs: [], personal: null };
  return [
    {
      ...{ ...open, id: merged, type: 'person.merged', over: [] },
      body: { id: from, set: { mergedInto: into } },
    },
    {
      ...{ ...open, id: newId(), type: 'person.unmerged', over: [merged] },
      body: { id: from, set: { mergedInto: null } },
    },
  ];
}

/** An arrival, a departure, and the arrival taken back. */
export function attendanceDrafts(newId: () => string, person: string, meeting: string): Draft[] {
  const arrived = arrivalDraft(newId, person, meeting);
  const left = { ...arrivalDraft(newId, person, meeting), type: 'attendance.left' };
  return [
    arrived,
    left,
    {
      ...{ ...arrived, id: newId(), type: 'attendance.retracted', over: [arrived.id] },
      body: { person },
      personal: { note: 'scanned the wrong badge' },
    },
  ];
}

/** A check-in: the smallest and the most frequent operation. */
export function arrivalDraft(newId: () => string, person = newId(), meeting = newId()): Draft {
  return {
    ...{ id: newId(), type: 'attendance.arrived', v: 1, meeting, over: [], blobs: [] },
    subjects: [person],
    body: {
      ...{ person, scope: 'reception', modality: 'in-person', source: 'scan' },
      when: '2023-02-07T08:52:00.000Z',
    },
    personal: null,
  };
}
