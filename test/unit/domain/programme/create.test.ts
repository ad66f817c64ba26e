import { describe, expect, it } from 'vitest';
import asset from '@assets/programmes/paris-pact.json';
import { createProgramme, programmeFrom } from '@shared/domain/programme/create';
import { programmeFileSchema } from '@shared/domain/programme/types';
import { checkDraft } from '@shared/journal/catalogue';
import { seededIds } from '../../../support/seeded';

const file = programmeFileSchema.parse(asset);
const context = () => ({ newId: seededIds(1), now: '2026-11-21T08:00:00.000Z' });

describe('a programme from a file', () => {
  it('is one operation for the programme and one for each party', () => {
    const { drafts, programme, parties } = createProgramme(file, context());
    for (const one of drafts) checkDraft(one);
    expect(drafts.map((one) => one.type)).toEqual([
      'programme.created',
      ...Array<string>(81).fill('party.added'),
    ]);
    expect(drafts[0]?.body).toMatchObject({ id: programme, set: { synthetic: false } });
    expect([...parties.keys()]).toEqual(file.parties.map((one) => one.code));
    expect([...parties.values()]).toEqual(drafts.slice(1).map((one) => one.body['id']));
    const renamed = drafts.find((one) => one.body['id'] === parties.get('EMCDDA'));
    expect(renamed?.body['set']).toMatchObject({ code: 'EUDA' });
  });

  it('says when its people are invented', () => {
    const { drafts } = createProgramme(file, context(), { synthetic: true });
    expect(drafts[0]?.body['set']).toMatchObject({ synthetic: true });
  });
});

describe('an empty programme', () => {
  it('has a name and nothing else', () => {
    const decision = programmeFrom({ en: ' Black Sea initiative ', ru: '' }, context());
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.drafts).toHaveLength(1);
    for (const one of decision.drafts) checkDraft(one);
    expect(decision.drafts[0]?.body['set']).toEqual({
      names: { en: 'Black Sea initiative' },
      pillars: [],
      bodies: [],
      synthetic: false,
    });
  });

  it.each([[{}], [{ en: '  ' }]])('needs one: %j', (names) => {
    expect(programmeFrom(names, context())).toEqual({ ok: false, reason: 'name-missing' });
  });
});
