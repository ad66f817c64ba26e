import { v7 as newId } from 'uuid';
import builtIn from '@assets/programmes/paris-pact.json';
import { createProgramme } from '@shared/domain/programme/create';
import { programmeFileSchema, type ProgrammeFile } from '@shared/domain/programme/types';
import { sampleYear } from '@shared/domain/sample/sample-year';
import type { Draft } from '@shared/operation/operation';

export interface MakeSampleInput {
  readonly seed: number;
  /** ISO date on which the demonstration meeting sits. */
  readonly today: string;
}

export interface MadeProgramme {
  readonly drafts: Draft[];
}

export async function makeSampleJob({ seed, today }: MakeSampleInput): Promise<MadeProgramme> {
  return { drafts: sampleYear(builtInFile(), { seed, newId, today }) };
}

export interface MakeProgrammeInput {
  /** Its own name; `null` keeps the built-in one, in every language that it has. */
  readonly name: string | null;
  /** ISO, UTC. */
  readonly now: string;
}

export async function makeProgrammeJob({ name, now }: MakeProgrammeInput): Promise<MadeProgramme> {
  const file = builtInFile();
  const named: ProgrammeFile =
    name === null
      ? file
      : { ...file, names: { en: name, fr: null, es: null, ru: null, ar: null, zh: null } };
  return { drafts: createProgramme(named, { newId, now }).drafts };
}

function builtInFile(): ProgrammeFile {
  return programmeFileSchema.parse(builtIn);
}
