import { formatBadgeCode } from '../../domain/badge/code';
import type { BadgeContent } from './content';
import { drawCode, drawLine, drawLogo, drawText, type Pen } from './draw';
import { acronym, bar, names } from './parts';
import { LINE, SOFT_INK } from './palette';
import type { Size } from './sheets';

/** A lying badge: the head above, the name at the left, the code at the right, the bar below. */
export function landscapeFace(
  pen: Pen,
  content: BadgeContent,
  { width: w, height: h }: Size,
): string {
  const pad = Math.max(2.5, h * 0.06);
  const inner = w - 2 * pad;
  const { meeting, party, code } = content;
  const parts: string[] = [];

  const headHeight = h * 0.155;
  const logoWidth = content.hasLogo ? inner * 0.2 : 0;
  const headX = pad + (content.hasLogo ? logoWidth + w * 0.02 : 0);
  const headWidth = w - pad - headX;
  if (content.hasLogo)
    parts.push(drawLogo({ x: pad, y: pad, width: logoWidth, height: headHeight }));
  parts.push(
    drawText(
      pen,
      { x: headX, y: pad, width: headWidth, height: headHeight * 0.64 },
      meeting.title,
      { weight: 600, largest: h * 0.052, smallest: 1.3, lines: 2, valign: 'bottom' },
    ),
    drawText(
      pen,
      { x: headX, y: pad + headHeight * 0.66, width: headWidth, height: headHeight * 0.34 },
      meeting.dates,
      { weight: 400, largest: h * 0.042, smallest: 1.2, lines: 1, colour: SOFT_INK },
    ),
  );
  const rule = pad + headHeight + h * 0.02;
  parts.push(drawLine(pad, rule, w - pad, rule, LINE));

  const barHeight = Math.max(5, h * 0.115);
  const barTop = h - pad - barHeight;
  const bandTop = rule + h * 0.02;
  const bandHeight = barTop - bandTop - h * 0.02;
  const codeText = Math.max(1.6, bandHeight * 0.1);
  const side = code === null ? 0 : Math.min(bandHeight - codeText, inner * 0.32);
  if (code !== null) {
    const at = bandTop + (bandHeight - side - codeText) / 2;
    parts.push(
      drawCode({ x: w - pad - side, y: at, width: side, height: side }, code),
      drawText(
        pen,
        { x: w - pad - side, y: at + side, width: side, height: codeText },
        formatBadgeCode(code),
        { weight: 500, largest: codeText, smallest: 1, lines: 1, align: 'middle' },
      ),
    );
  }
  const textWidth = inner - (side === 0 ? 0 : side + w * 0.02);
  const partyHeight = party === null ? 0 : bandHeight * 0.26;
  const nameBox = { x: pad, y: bandTop, width: textWidth, height: bandHeight - partyHeight };
  parts.push(names(pen, content, nameBox, 'start'));
  if (party !== null) {
    const y = bandTop + bandHeight - partyHeight;
    const block = { x: pad, y: y + partyHeight * 0.1, width: w * 0.15, height: partyHeight * 0.8 };
    const x = pad + block.width + w * 0.02;
    parts.push(
      acronym(pen, party.code, block),
      drawText(pen, { x, y, width: pad + textWidth - x, height: partyHeight }, party.name, {
        ...{ weight: 500, largest: h * 0.062, smallest: 1.2, lines: 2 },
      }),
    );
  }
  parts.push(bar(pen, content, { x: pad, y: barTop, width: inner, height: barHeight }));
  return parts.join('');
}
