import type { Draft } from '@shared/operation/operation';

/** Seven operations of an invented person's way into a meeting, and what may follow them. */
export function acceptedDrafts(newId: () => string): {
  drafts: Draft[];
  accepted: { takenBack: Draft };
  departure: Draft;
} {
  const [person, meeting, nomination, operator] = [newId(), newId(), newId(), newId()];
  const made = (type: string, part: Partial<Draft>): Draft => ({
    ...{ id: newId(), type, v: 1, meeting: null, over: [], subjects: [], blobs: [] },
    ...{ body: {}, personal: null },
    ...part,
  });
  const recorded = made('person.recorded', {
    subjects: [person],
    body: { id: person, set: { synthetic: true } },
    personal: { set: { family: 'Synthetic', given: 'Maria', full: 'Maria Synthetic' } },
  });
  const received = made('nomination.received', {
    meeting,
    subjects: [person],
    body: { id: nomination, set: { person, state: 'received' } },
  });
  const moved = (type: string, state: string, over: Draft, note?: string) =>
    made(type, {
      meeting,
      over: [over.id],
      subjects: [person],
      body: { id: nomination, set: { state } },
      personal: note === undefined ? null : { set: {}, note },
    });
  const accepted = moved('nomination.accepted', 'accepted', received, 'confirmed by telephone');
  const event = (type: string) =>
    made(type, {
      meeting,
      subjects: [person],
      body: {
        ...{ person, scope: 'reception', modality: 'in-person', source: 'scan' },
        when: '2026-11-22T02:00:00.000Z',
      },
    });
  return {
    drafts: [
      made('operator.added', {
        body: { id: operator, set: {} },
        personal: { set: { name: 'Operator Testov' } },
      }),
      made('meeting.created', {
        meeting,
        body: { id: meeting, set: { title: 'Test meeting' } },
      }),
      recorded,
      made('person.changed', {
        over: [recorded.id],
        subjects: [person],
        body: { id: person, set: {} },
        personal: { set: { jobTitle: 'Officer' } },
      }),
      received,
      accepted,
      event('attendance.arrived'),
    ],
    accepted: { takenBack: moved('nomination.changed', 'received', accepted) },
    departure: event('attendance.left'),
  };
}
