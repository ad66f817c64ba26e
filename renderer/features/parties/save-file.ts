import { bridge } from '../../bridge/client';

/** The name under which it was saved, empty when somebody thought better of it; null: it failed. */
export async function saveFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  const answer = await bridge.files.save({ name, bytes }).catch(() => ({ ok: false }) as const);
  if (!answer.ok) return null;
  return answer.saved ? answer.name : '';
}
