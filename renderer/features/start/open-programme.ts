import { decodeStrictly } from '@shared/codecs/text/host-decoder';
import {
  readProgrammeFile,
  type ProgrammeFileProblem,
  type ProgrammeStart,
} from '@shared/domain/programme/exchange';
import type { OpenedFile } from '@renderer/features/files';

/** A file as a programme to begin with, or why it is none. */
export type OpenedProgramme =
  | { readonly ok: true; readonly name: string; readonly start: ProgrammeStart }
  | {
      readonly ok: false;
      readonly name: string;
      readonly reason: ProgrammeFileProblem | 'not-text';
      readonly where: string;
    };

export function openProgramme({ name, bytes }: OpenedFile): OpenedProgramme {
  // JSON is UTF-8 (RFC 8259).
  const text = decodeStrictly(bytes, 'utf-8');
  if (text === null) return { ok: false, name, reason: 'not-text', where: '' };
  return { ...readProgrammeFile(text), name };
}
