import { describe, expect, it } from 'vitest';
import { certificateDocument } from '@shared/codecs/person-data/certificate';
import { personDataFile } from '@shared/codecs/person-data/file';
import { isSelfContained } from '@shared/contract/print';
import { NOMINATION_DEFAULTS } from '@shared/domain/nomination/types';
import { PERSON_DEFAULTS } from '@shared/domain/person/types';
import type { Operation } from '@shared/operation/operation';

const PERSON = '01890000-0000-7000-8000-0000abcd1234';
const MEETING = '01890000-0000-7000-8000-00000000aaaa';

function operation(text: string | null): Operation {
  const sealed =
    text === null
      ? { digest: '0'.repeat(64), salt: null, text: null }
      : { digest: '0'.repeat(64), salt: 'synthetic-salt-16', text };
  return {
    ...{ id: PERSON, replica: PERSON, seq: 1, prev: '0'.repeat(64), actor: PERSON },
    ...{ at: '2023-06-13T08:52:00.123Z-0000-01890000', meeting: MEETING, v: 1, over: [] },
    ...{ type: 'nomination.received', subjects: [PERSON], blobs: [], sealed },
    body: { id: MEETING, set: { capacity: 'head' } },
  };
}

describe('one person’s data in one file', () => {
  const text = personDataFile(
    {
      person: { ...PERSON_DEFAULTS, id: PERSON, family: 'Exampleová', emails: ['e@example.org'] },
      others: [],
      nominations: [
        { ...NOMINATION_DEFAULTS, id: MEETING, meeting: MEETING, person: PERSON, party: 'P' },
      ],
      attendance: [
        {
          meeting: MEETING,
          person: PERSON,
          events: [
            {
              ...{ id: PERSON, kind: 'arrived', scope: 'reception', modality: 'in-person' },
              ...{ when: '2023-06-13T08:52:00.000Z', replica: '01890000', source: 'search' },
            },
          ],
        },
      ],
      logins: [
        {
          ...{ id: 'l', meeting: MEETING, report: 'r', link: null, rejected: [] },
          ...{ name: 'iPhone (E.)', email: null, intervals: [[0, 60_000]] },
        },
      ],
      aliases: [{ id: 'a', person: PERSON, revoked: false, name: 'E. Exampleová' }],
      operations: [operation('{"set":{"remarks":"vegetarian"}}'), operation(null)],
    },
    { meeting: () => 'EWG II', party: () => 'Czechia' },
    '2023-12-20T09:00:00.000Z',
  );
  const file = JSON.parse(text) as Record<string, unknown>;

  it('tells its form, its version and when it was made', () => {
    expect(file).toMatchObject({
      format: 'rostrum-person-data',
      version: 1,
      madeAt: '2023-12-20T09:00:00.000Z',
    });
  });

  it('has every value that is kept, with names instead of numbers where it means others', () => {
    expect(file['person']).toMatchObject({ family: 'Exampleová', emails: ['e@example.org'] });
    expect(file['nominations']).toMatchObject([{ meeting: 'EWG II', party: 'Czechia' }]);
    expect(file['presence']).toEqual([
      {
        ...{ meeting: 'EWG II', kind: 'arrived', scope: 'reception', modality: 'in-person' },
        ...{ when: '2023-06-13T08:52:00.000Z', source: 'search' },
      },
    ]);
    expect(file['onlineLogins']).toMatchObject([
      {
        name: 'iPhone (E.)',
        intervals: [['1970-01-01T00:00:00.000Z', '1970-01-01T00:01:00.000Z']],
      },
    ]);
    expect(file['confirmedNames']).toEqual([{ name: 'E. Exampleová', revoked: false }]);
  });

  it('has every act that named the person, the forgotten ones too', () => {
    expect(file['history']).toMatchObject([
      {
        ...{ at: '2023-06-13T08:52:00.123Z', act: 'nomination.received', meeting: 'EWG II' },
        confidential: { set: { remarks: 'vegetarian' } },
      },
      { confidential: null },
    ]);
  });
});

describe('the certificate', () => {
  const document = certificateDocument({
    language: 'en',
    direction: 'ltr',
    title: 'Certificate',
    lead: 'Lead <script>alert(1)</script>',
    facts: [['By', 'A & "B"']],
    people: { title: 'Who', items: ['#abcd1234'] },
    remaining: { title: 'Left', items: [] },
    note: 'Names nobody.',
  });

  it('can be printed as it is, whatever was typed', () => {
    expect(isSelfContained(document)).toBe(true);
    expect(document).toContain('Lead &lt;script&gt;');
    expect(document).toContain('A &amp; &quot;B&quot;');
  });

  it('leaves out a part that has nothing in it', () => {
    expect(document).toContain('<h2>Who</h2>');
    expect(document).not.toContain('Left');
  });
});
