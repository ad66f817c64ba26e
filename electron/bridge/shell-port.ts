import type { AnswerOf, ParsedRequestOf } from '@shared/contract/contract';

/** The window that asks; null where windows are not the host's (the web shell). */
export interface Caller {
  readonly window: number | null;
}

/** Everything in which the two shells differ: windows, dialogs, printing. */
export interface Shell {
  readonly kind: 'electron' | 'web';
  openWindow(
    request: ParsedRequestOf<'app.openWindow'>,
    caller: Caller,
  ): Promise<AnswerOf<'app.openWindow'>>;
  chooseFiles(
    request: ParsedRequestOf<'files.choose'>,
    caller: Caller,
  ): Promise<AnswerOf<'files.choose'>>;
  readFile(token: string): Promise<AnswerOf<'files.read'>>;
  /** `name` is already safe on every system. */
  saveFile(request: ParsedRequestOf<'files.save'>, caller: Caller): Promise<AnswerOf<'files.save'>>;
  /** Removes what pages keep in the browser, or says what a page must fetch to bring that about. */
  clearStorage(): Promise<AnswerOf<'app.clearStorage'>>;
  /** `html` is a whole document, self-contained, with its page set up and its policy in it. */
  printPdf(html: string): Promise<AnswerOf<'print.pdf'>>;
}
