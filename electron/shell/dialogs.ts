import { readFile, stat, writeFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { AnswerOf, ParsedRequestOf } from '@shared/contract/contract';
import { MAX_FILE } from '@shared/contract/limits';
import { createFileTokens } from '../bridge/file-tokens';
import type { Caller, Shell } from '../bridge/shell-port';

type Dialogs = Pick<Shell, 'chooseFiles' | 'readFile' | 'saveFile'>;

/** Many chosen files cost nothing but their paths: only their number is bounded. */
const MOST_FILES = 1000;

/** The system's dialogs. A page gets tokens and names; paths stay here. */
export function createDialogs(now: () => number): Dialogs {
  const tokens = createFileTokens<string>({ now, weight: () => 1, capacity: MOST_FILES });

  return {
    async chooseFiles({ accept, multiple }, caller) {
      const options: OpenDialogOptions = {
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: accept.length === 0 ? [] : [{ name: accept.join(', '), extensions: accept }],
      };
      const parent = windowOf(caller);
      const { filePaths } = await (parent === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      const files = await Promise.all(
        filePaths.map(async (path) => ({
          token: tokens.issue(path),
          name: basename(path),
          size: await sizeOf(path),
        })),
      );
      return { files, pick: false };
    },

    async readFile(token) {
      const path = tokens.take(token);
      return path === null ? { ok: false, reason: 'unknown-token' } : readChosen(path);
    },

    async saveFile({ name, bytes }, caller) {
      const extension = extname(name).slice(1);
      const options: SaveDialogOptions = {
        defaultPath: name,
        filters: extension === '' ? [] : [{ name: extension, extensions: [extension] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      };
      const parent = windowOf(caller);
      const { canceled, filePath } = await (parent === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      if (canceled || filePath === '') return { ok: true, saved: false, name, download: null };
      return writeWhole(filePath, bytes);
    },
  };
}

const windowOf = ({ window }: Caller) =>
  BrowserWindow.getAllWindows().find(({ webContents }) => webContents.id === window);

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function readChosen(path: string): Promise<AnswerOf<'files.read'>> {
  try {
    if ((await stat(path)).size > MAX_FILE) return { ok: false, reason: 'too-large' };
    return { ok: true, bytes: new Uint8Array(await readFile(path)), name: basename(path) };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

/** Under its final name there is the whole file or none: it is written beside it and then renamed. */
async function writeWhole(
  path: string,
  bytes: ParsedRequestOf<'files.save'>['bytes'],
): Promise<AnswerOf<'files.save'>> {
  const beside = join(dirname(path), `.${basename(path)}.part`);
  try {
    await writeFile(beside, bytes, { flush: true });
    await rename(beside, path);
    return { ok: true, saved: true, name: basename(path), download: null };
  } catch (fault) {
    await rm(beside, { force: true });
    return { ok: false, reason: reasonOf(fault) };
  }
}

function reasonOf(fault: unknown): 'disk-full' | 'not-allowed' | 'failed' {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return 'not-allowed';
    default:
      return 'failed';
  }
}
