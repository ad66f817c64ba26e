import { safeFileName } from './file-name';
import type { Handlers, Host } from './host';

export const filesHandlers = ({ shell }: Host): Handlers<'files'> => ({
  'files.choose': (request, caller) => shell.chooseFiles(request, caller),
  'files.read': ({ token }) => shell.readFile(token),
  'files.save': ({ name, bytes }, caller) =>
    shell.saveFile({ name: safeFileName(name), bytes }, caller),
});
