import { describe, expect, it } from 'vitest';
import asset from '@assets/programmes/paris-pact.json';
import { programmeFromFile } from '@shared/domain/programme/create';
import { programmeFileText, readProgrammeFile } from '@shared/domain/programme/exchange';
import { programmeRecords } from '@shared/domain/programme/file';
import { typeOf } from '@shared/journal/catalogue';
import { counting } from '../../../support/deciding';
import { builtIn, programmeFile, sample } from '../party/parties';

const { programme } = programmeRecords(programmeFile, false);
const text = programmeFileText(programme, builtIn);

function started(from: string) {
  const read = readProgrammeFile(from);
  if (!read.ok) throw new Error(`${read.reason} ${read.where}`);
  return read.start;
}

describe('a programme as a file', () => {
  it('begins another programme with the same bodies, pillars and parties', () => {
    const { programme: begun, parties } = started(text);
    expect(begun).toEqual(programme);
    expect(parties).toHaveLength(81);
    expect(programmeFileText(begun, parties)).toBe(text);
    const drafts = programmeFromFile(counting(), started(text));
    expect(drafts.map(({ type }) => type)).toEqual([
      'programme.created',
      ...Array<string>(81).fill('party.added'),
    ]);
    for (const { type, v, body } of drafts) {
      expect(() => typeOf(type, v)?.body.parse(body)).not.toThrow();
    }
  });

  it('carries dated footnotes, and reads files from before there were any', () => {
    const footnotes = [{ text: 'In accordance with a resolution', from: '1999-06-10', to: null }];
    const file = programmeFileText(programme, [{ ...sample, footnotes }]);
    expect(started(file).parties[0]?.footnotes).toEqual(footnotes);
    const older = JSON.parse(file) as { parties: Record<string, unknown>[] };
    delete older.parties[0]!['footnotes'];
    expect(started(JSON.stringify(older)).parties[0]?.footnotes).toEqual([]);
    const wrong = { ...older, parties: [{ ...older.parties[0], footnotes: [{ text: '' }] }] };
    expect(readProgrammeFile(JSON.stringify(wrong))).toMatchObject({ reason: 'does-not-fit' });
  });

  it('takes a name of its own', () => {
    const name = { language: 'ru' as const, text: ' Черноморская инициатива ' };
    const [first] = programmeFromFile(counting(), started(text), name);
    expect(first?.body['set']).toMatchObject({ names: { ru: 'Черноморская инициатива' } });
    const [kept] = programmeFromFile(counting(), started(text), { ...name, text: ' ' });
    expect(kept?.body['set']).toMatchObject({ names: programme.names });
  });

  it('names no people, whoever is a focal point', () => {
    const focalPoints = [{ name: 'Ada Synthetova', email: 'ada@example.org', institution: 'M' }];
    const withPeople = programmeFileText(programme, [{ ...sample, ...{ focalPoints } }]);
    expect(withPeople).not.toMatch(/Synthetova|example\.org|focalPoints/);
  });

  it('reads the file that the program carries itself', () => {
    const { parties } = started(JSON.stringify(asset));
    expect(parties.find(({ code }) => code === 'EUDA')?.designations).toHaveLength(2);
  });

  const value = () => JSON.parse(text) as { [key: string]: unknown; parties: object[] };
  it.each<[string, string, string]>([
    ['not-json', '', 'PK\u0003\u0004'],
    ['not-a-programme', '', '[]'],
    ['not-a-programme', '', JSON.stringify({ format: 'rostrum-countries', version: 1 })],
    ['newer-version', '3', JSON.stringify({ ...value(), version: 3 })],
    ['does-not-fit', 'parties.0.kind', broken((file) => ({ ...file, parties: [{ kind: 'x' }] }))],
    ['does-not-fit', '', broken((file) => ({ ...file, people: [] }))],
    ['twice', 'AFG', broken((file) => ({ ...file, parties: [file.parties[0], file.parties[0]] }))],
    ['pillar-unknown', 'EWG', broken((file) => ({ ...file, pillars: [] }))],
  ])('refuses another file: %s %s', (reason, where, wrong) => {
    const read = readProgrammeFile(wrong);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.reason).toBe(reason);
    expect(read.where.startsWith(where)).toBe(true);
  });

  function broken(change: (file: ReturnType<typeof value>) => object): string {
    return JSON.stringify(change(value()));
  }
});
