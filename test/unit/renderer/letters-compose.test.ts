import { describe, expect, it } from 'vitest';
import { composeLetter, letterFileNames } from '@renderer/features/nominations/letters/compose';
import { MEETING_DEFAULTS } from '@shared/domain/meeting/types';
import { NOMINATION_DEFAULTS } from '@shared/domain/nomination/types';
import { PERSON_DEFAULTS } from '@shared/domain/person/types';
import { builtIn } from '../domain/party/parties';

const [party] = builtIn;
if (party === undefined) throw new Error('no party');

describe('letters to parties', () => {
  it('are a file each, also for codes that only signs and capitals tell apart', () => {
    const letters = ['FRA', 'A/B', 'A B', 'a-b', '!'].map((code) => ({
      party: { ...party, code },
    }));
    expect(letterFileNames('reminder', letters)).toEqual([
      'reminder-FRA.eml',
      'reminder-A-B.eml',
      'reminder-A-B-2.eml',
      'reminder-a-b-3.eml',
      'reminder-party.eml',
    ]);
  });

  it('name a human being once, whatever records there are of them', () => {
    const meeting = { ...MEETING_DEFAULTS, id: 'meeting', programme: 'programme', body: 'ewg' };
    const person = (id: string, family: string, mergedInto: string | null = null) => ({
      ...{ ...PERSON_DEFAULTS, id, family, given: 'Test', mergedInto },
    });
    const nomination = (id: string, of: string) => ({
      ...{ ...NOMINATION_DEFAULTS, id, meeting: 'meeting', person: of, party: party.id },
      state: 'accepted' as const,
    });
    const model = {
      ...{ meeting, parties: [party], imports: [] },
      people: [person('p1', 'Proba'), person('p2', 'Prova', 'p1'), person('p3', 'Muster')],
      nominations: [nomination('n2', 'p2'), nomination('n1', 'p1'), nomination('n3', 'p3')],
    };
    const template = { subject: 'Your people', body: '{names}' };
    const { body } = composeLetter(model, party, 'reminder', template);
    expect(body.split('\n').map((line) => line.replace(/^\W+/, ''))).toEqual([
      'Test Proba',
      'Test Muster',
    ]);
  });
});
