import { isSelfContained } from '@shared/contract/print';
import type { Handlers, Host } from './host';
import { printDocument } from './print-document';

export const printHandlers = ({ shell }: Host): Handlers<'print'> => ({
  'print.pdf': async (request) =>
    isSelfContained(request.html)
      ? shell.printPdf(printDocument(request))
      : { ok: false, reason: 'not-self-contained' },
});
