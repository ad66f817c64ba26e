import { formatBadgeCode } from '../../domain/badge/code';
import type { BadgeContent } from './content';
import { drawCode, drawLine, drawLogo, drawText, type Pen } from './draw';
import { acronym, bar, names } from './parts';
import { LINE, SOFT_INK } from './palette';
import type { Size } from './sheets';

/** A standing badge: head, name, party, code and bar from top to bottom. */
export function portraitFace(
  pen: Pen,
  content: BadgeContent,
  { width: w, height: h }: Size,
): string {
  const pad = Math.max(3, w * 0.055);
  const inner = w - 2 * pad;
  const { meeting, party, code } = content;
  // Room for a clip or a slot above the head.
  const top = Math.max(pad, h * 0.05);
  const parts: string[] = [];

  const headHeight = h * 0.125;
  const logoWidth = content.hasLogo ? inner * 0.28 : 0;
  const headX = pad + (content.hasLogo ? logoWidth + w * 0.03 : 0);
  const headWidth = w - pad - headX;
  if (content.hasLogo)
    parts.push(drawLogo({ x: pad, y: top, width: logoWidth, height: headHeight }));
  parts.push(
    drawText(pen, { x: headX, y: top, width: headWidth, height: headHeight * 0.7 }, meeting.title, {
      weight: 600,
      largest: h * 0.03,
      smallest: 1.4,
      lines: 3,
      valign: 'bottom',
    }),
    drawText(
      pen,
      { x: headX, y: top + headHeight * 0.72, width: headWidth, height: headHeight * 0.28 },
      meeting.dates,
      { weight: 400, largest: h * 0.024, smallest: 1.3, lines: 1, colour: SOFT_INK },
    ),
  );
  const rule = top + headHeight + h * 0.018;
  parts.push(drawLine(pad, rule, w - pad, rule, LINE));

  const nameTop = rule + h * 0.02;
  const nameHeight = h * 0.505 - nameTop;
  parts.push(names(pen, content, { x: pad, y: nameTop, width: inner, height: nameHeight }));
  parts.push(
    drawText(pen, { x: pad, y: h * 0.512, width: inner, height: h * 0.1 }, party?.name ?? '', {
      weight: 500,
      largest: h * 0.042,
      smallest: 1.5,
      lines: 2,
      align: 'middle',
    }),
  );

  const barHeight = Math.max(6, h * 0.075);
  const barTop = h - pad - barHeight;
  const bandTop = h * 0.622;
  const bandHeight = barTop - bandTop - h * 0.015;
  const codeText = bandHeight * 0.13;
  const side = Math.min(bandHeight - codeText, inner * 0.5);
  const acronymWidth = code === null ? inner : inner - side - w * 0.05;
  if (code !== null) {
    parts.push(
      drawCode({ x: w - pad - side, y: bandTop, width: side, height: side }, code),
      drawText(
        pen,
        { x: w - pad - side, y: bandTop + side, width: side, height: codeText },
        formatBadgeCode(code),
        { weight: 500, largest: codeText, smallest: 1.1, lines: 1, align: 'middle' },
      ),
    );
  }
  if (party !== null) {
    const block = { x: pad, y: bandTop + side * 0.2, width: acronymWidth, height: side * 0.6 };
    parts.push(acronym(pen, party.code, block));
  }
  parts.push(bar(pen, content, { x: pad, y: barTop, width: inner, height: barHeight }));
  return parts.join('');
}
