import type { BadgeTemplate } from '@shared/domain/badge/settings';
import { textsOf, type BadgeContent } from '@shared/codecs/badges/content';
import { badgeDocument, drawLabel, drawPage, pagesOf } from '@shared/codecs/badges/document';
import { drawing, logoSymbol, type Logo, type Pen } from '@shared/codecs/badges/draw';
import type { Sheet } from '@shared/codecs/badges/sheets';
import { loadFonts } from './fonts/load';
import { canvasMeasure } from './fonts/measure';

export interface Composing {
  readonly template: BadgeTemplate;
  readonly sheet: Sheet;
  /** Place of the first label on the first page, from 0. */
  readonly startAt: number;
  readonly contents: readonly BadgeContent[];
  /** BCP 47, for whoever reads the document aloud. */
  readonly language: string;
  readonly title: string;
  readonly logo: Logo | null;
}

export interface Composed {
  readonly html: string;
  /** Texts that had no room even in the smallest letters. */
  readonly shortened: readonly string[];
  /** Characters that the bundled fonts do not have. */
  readonly missing: readonly string[];
}

/** The page may be busy for so long before it looks up, ms. */
const SLICE_MS = 12;

const breath = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Draws badges into one document, page by page, so that a thousand of them stop nobody from typing.
 * Rejects when it is called off, and when a font is not there.
 */
export async function compose(
  { template, sheet, startAt, contents, language, title, logo }: Composing,
  signal: AbortSignal,
  onDone: (badges: number) => void,
): Promise<Composed> {
  const fonts = await loadFonts(contents.flatMap(textsOf).concat(FIXED));
  const pen: Pen = { measure: canvasMeasure(), shortened: new Set() };
  const pages: string[] = [];
  let done = 0;
  let until = performance.now() + SLICE_MS;
  for (const page of pagesOf(sheet, contents, startAt)) {
    signal.throwIfAborted();
    pages.push(drawPage(pen, template, sheet, page.contents, page.first));
    done += page.contents.length;
    if (performance.now() < until) continue;
    onDone(done);
    await breath();
    until = performance.now() + SLICE_MS;
  }
  signal.throwIfAborted();
  onDone(done);
  const html = badgeDocument({ language, title, sheet, fonts: fonts.slices, logo, pages });
  return { html, shortened: [...pen.shortened], missing: fonts.missing };
}

export type ComposedOne = Omit<Composed, 'html'> & { readonly svg: string };

/** One badge as it lies on its label, drawn as it will be printed, to be looked at. */
export async function composeOne({
  template,
  sheet,
  content,
  logo,
}: Pick<Composing, 'template' | 'sheet' | 'logo'> & {
  readonly content: BadgeContent;
}): Promise<ComposedOne> {
  const fonts = await loadFonts([...textsOf(content), FIXED]);
  const pen: Pen = { measure: canvasMeasure(), shortened: new Set() };
  const { label } = sheet;
  const symbol = logo === null ? '' : logoSymbol(logo);
  const drawn = drawLabel(pen, template, content, label);
  const svg = drawing(label.width, label.height, symbol + drawn);
  return { svg, shortened: [...pen.shortened], missing: fonts.missing };
}

/** What stands on badges beside their texts: the letters of codes, and the ellipsis. */
const FIXED = '0123456789ABCDEFGHJKMNPQRSTVWXYZ-…';
