import { describe, expect, it } from 'vitest';
import { findMentions } from '@renderer/features/personal-data/find-mentions';
import { placeOf, routeTo } from '@renderer/features/personal-data/places';
import { letterOf } from '@shared/domain/programme/letters';
import { PERSON_DEFAULTS } from '@shared/domain/person/types';
import type { Body, Stamped } from '@shared/operation/operation';

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const WHO = id(1);
const MEETING = id(2);
const person = { ...PERSON_DEFAULTS, id: WHO, family: 'Synthetova', given: 'Ada' };

let count = 0;
function operation(type: string, body: Body, personal: Body | null, subjects: string[]): Stamped {
  count += 1;
  const n = count;
  const sealed =
    personal === null
      ? null
      : {
          ...{ digest: '0'.repeat(64), salt: 'synthetic-salt-16' },
          text: JSON.stringify(personal),
        };
  return {
    n,
    operation: {
      ...{ id: id(100 + n), replica: WHO, seq: n, prev: '0'.repeat(64), actor: WHO, v: 1 },
      at: `2023-06-13T08:52:00.123Z-${n.toString(16).padStart(4, '0')}-01890000`,
      ...{ meeting: MEETING, type, over: [], subjects, blobs: [], body, sealed },
    },
  };
}

const journal = [
  operation('person.recorded', { id: WHO, set: {} }, { set: { family: 'Synthetova' } }, [WHO]),
  operation('agenda.added', { id: id(3), set: { title: 'Statement of Ms Synthetova' } }, null, []),
  operation(
    'recommendation.worded',
    { id: id(4), set: {} },
    { set: { 'text.en': 'As SYNTHETOVA said' } },
    [],
  ),
  operation('party.added', { id: id(5), set: { names: { en: 'Synthetova' } } }, null, []),
  operation(
    'nomination.received',
    { id: id(6), set: {} },
    { set: { remarks: 'sits beside Synthetova' } },
    [id(7)],
  ),
  operation('agenda.changed', { id: id(8), set: { title: 'Nobody in particular' } }, null, []),
  operation('login.recorded', { id: id(9), set: {} }, { set: { name: 'Synthetova' } }, [id(9)]),
  operation('login.recorded', { id: id(10), set: {} }, { set: { name: 'Synthetova 2' } }, [id(10)]),
  operation('login.linked', { id: id(9), set: {} }, null, [id(9), WHO]),
  operation(
    'programme.changed',
    { id: id(11), set: {} },
    {
      set: {
        'reminder-fr': { subject: 'Rappel', body: 'Monsieur,\n\nA. SYNTHETOVA est votre contact.' },
        'reminder-en': { subject: 'Reminder', body: 'Dear colleague' },
      },
    },
    [],
  ),
  operation(
    'party.changed',
    { id: id(12), set: {} },
    { set: { focalPoints: [{ name: 'Ada Synthetova', email: 'a@example.org', institution: '' }] } },
    [],
  ),
  operation('meeting.changed', { id: MEETING, set: { changeReason: 'A. Synthetova' } }, null, []),
];

const pages = (size: number) => (after: number) =>
  Promise.resolve({
    operations: journal.filter(({ n }) => n > after).slice(0, size),
    last: journal.length,
  });

describe('texts that name somebody and to which no subject leads', () => {
  it.each([1, 3, 100])(
    'are found through the whole journal, %i operations a page',
    async (size) => {
      const seen: number[] = [];
      const stop = new AbortController();
      const found = await findMentions(
        [person],
        pages(size),
        (done, total) => {
          expect(total).toBe(journal.length);
          seen.push(done);
        },
        stop.signal,
      );
      expect(found.map(({ type, excerpt }) => [type, excerpt])).toEqual([
        ['meeting.changed', 'A. Synthetova'],
        ['party.changed', 'Ada Synthetova'],
        ['programme.changed', 'Monsieur,\n\nA. SYNTHETOVA est votre contact.'],
        // Linked to nobody; the other one is forgotten with its person.
        ['login.recorded', 'Synthetova 2'],
        ['nomination.received', 'sits beside Synthetova'],
        ['recommendation.worded', 'As SYNTHETOVA said'],
        ['agenda.added', 'Statement of Ms Synthetova'],
      ]);
      expect(seen.at(-1)).toBe(journal.length);
    },
  );

  it('in a letter template say which letter and which language it is', async () => {
    const { signal } = new AbortController();
    const found = await findMentions([person], pages(100), () => undefined, signal);
    const letters = found.flatMap(({ letter }) => (letter === null ? [] : [letterOf(letter)]));
    expect(letters).toEqual([{ kind: 'reminder', language: 'fr' }]);
  });

  it('are not looked for any more when nobody waits', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await findMentions([person], pages(2), () => undefined, stop.signal)).toEqual([]);
  });

  it('lead to the page that shows them', async () => {
    const { signal } = new AbortController();
    const found = await findMentions([person], pages(100), () => undefined, signal);
    expect(found.map((one) => [placeOf(one), routeTo(one)])).toEqual([
      ['meeting', `/m/${MEETING}/setup`],
      ['party', `/parties/${id(12)}`],
      ['letter', null],
      ['login', `/m/${MEETING}/virtual`],
      ['nomination', `/m/${MEETING}/delegates`],
      ['recommendation', `/m/${MEETING}/recommendations`],
      ['agenda', `/m/${MEETING}/agenda`],
    ]);
  });
});
