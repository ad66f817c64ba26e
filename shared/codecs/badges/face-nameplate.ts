import type { BadgeContent } from './content';
import { drawLogo, drawText, type Pen } from './draw';
import { acronym, bar } from './parts';
import { SOFT_INK } from './palette';
import type { Size } from './sheets';

/**
 * One side of a plate on a table, to be read across a room. Without a name it is a delegation's: then
 * the party is what is read.
 */
export function nameplateFace(
  pen: Pen,
  content: BadgeContent,
  { width: w, height: h }: Size,
): string {
  const pad = h * 0.09;
  const inner = w - 2 * pad;
  const { given, family, native, party, meeting, capacity } = content;
  const name = [given, family].filter((part) => part !== '').join(' ');
  const parts: string[] = [];

  const headHeight = h * 0.17;
  const logoWidth = content.hasLogo ? w * 0.16 : 0;
  if (content.hasLogo)
    parts.push(drawLogo({ x: pad, y: pad, width: logoWidth, height: headHeight }));
  const codeWidth = party === null ? 0 : w * 0.14;
  const titleX = pad + (content.hasLogo ? logoWidth + w * 0.02 : 0);
  parts.push(
    drawText(
      pen,
      { x: titleX, y: pad, width: w - pad - codeWidth - w * 0.02 - titleX, height: headHeight },
      meeting.title,
      { weight: 500, largest: h * 0.055, smallest: 2, lines: 2, colour: SOFT_INK },
    ),
  );
  if (party !== null) {
    const block = { x: w - pad - codeWidth, y: pad, width: codeWidth, height: headHeight };
    parts.push(acronym(pen, party.code, block));
  }

  const barHeight = capacity === '' ? 0 : h * 0.1;
  const bodyTop = pad + headHeight + h * 0.03;
  const bodyHeight = h - pad - barHeight - (barHeight === 0 ? 0 : h * 0.03) - bodyTop;
  const wanted: [text: string, share: number, weight: number, largest: number, colour?: string][] =
    name === ''
      ? [[party?.name ?? '', 1, 700, 0.26]]
      : [
          [name, 0.5, 700, 0.24],
          [native, 0.24, 400, 0.12, SOFT_INK],
          [party?.name ?? '', 0.26, 500, 0.12],
        ];
  const lines = wanted.filter(([text]) => text !== '');
  const sum = lines.reduce((total, [, share]) => total + share, 0);
  let y = bodyTop;
  for (const [text, share, weight, largest, colour] of lines) {
    const height = (bodyHeight * share) / sum;
    parts.push(
      drawText(pen, { x: pad, y, width: inner, height }, text, {
        ...{ weight, largest: h * largest, smallest: 3, lines: 2, align: 'middle' },
        ...(colour === undefined ? {} : { colour }),
      }),
    );
    y += height;
  }
  if (barHeight > 0) {
    const rect = { x: pad, y: h - pad - barHeight, width: inner, height: barHeight };
    parts.push(bar(pen, content, rect));
  }
  return parts.join('');
}
