import type { AnswerOf } from '@shared/contract/contract';
import { bridge } from '../../bridge/client';
import { toast } from '../../ui/toasts';

type Refusal<C extends 'files.save' | 'print.pdf'> = Extract<AnswerOf<C>, { ok: false }>['reason'];

/** Somebody may think better of it: that is `cancelled`. */
export type FileSaved<Why extends string = Refusal<'files.save'>> =
  | { readonly state: 'saved'; readonly name: string }
  | { readonly state: 'not-saved'; readonly why: Why | 'cancelled' };

export type PdfSaved = FileSaved<
  Refusal<'files.save'> | Exclude<Refusal<'print.pdf'>, 'not-self-contained'>
>;

/** Hands a file to the shell; it is saved under the name that comes back. Throws as the bridge does. */
export async function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<FileSaved> {
  const answer = await bridge.files.save({ name, bytes });
  if (!answer.ok) return { state: 'not-saved', why: answer.reason };
  return answer.saved
    ? { state: 'saved', name: answer.name }
    : { state: 'not-saved', why: 'cancelled' };
}

/** Prints a document that needs nothing beside itself on A4, upright, and saves it as a PDF. */
export async function savePdf(name: string, html: string): Promise<PdfSaved> {
  const printed = await bridge.print.pdf({ html, landscape: false, pageSize: 'A4' });
  if (printed.ok) return saveFile(name, printed.bytes);
  const { reason } = printed;
  return { state: 'not-saved', why: reason === 'not-self-contained' ? 'failed' : reason };
}

interface SavedWords {
  readonly saved: (name: string) => string;
  readonly failed: string;
}

/** Tells how the saving went; who thought better of it is told nothing. What is thrown is `failed`. */
export async function tellSaved(saving: Promise<PdfSaved>, words: SavedWords): Promise<PdfSaved> {
  const result = await saving.catch((): PdfSaved => ({ state: 'not-saved', why: 'failed' }));
  if (result.state === 'saved') toast(words.saved(result.name));
  else if (result.why !== 'cancelled') toast(words.failed, { tone: 'bad' });
  return result;
}
