import type { ParsedRequestOf } from '@shared/contract/contract';

/** Nothing may run or load; what the document shows is inside it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * The document as it is printed: encoding, policy and page size go *before* it, where nothing in it can
 * come first. A parser merges the document's own `<html>` and `<head>` into the head thus begun, so its
 * language and direction are kept (the PDF is tagged with them).
 */
export function printDocument(request: ParsedRequestOf<'print.pdf'>): string {
  return [
    '<!doctype html><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<style>@page { size: ${pageOf(request)} !important; }</style>`,
    request.html.replace(/^\s*<!doctype[^>]*>/i, ''),
  ].join('\n');
}

function pageOf({ pageSize, landscape }: ParsedRequestOf<'print.pdf'>): string {
  if (typeof pageSize === 'object') return `${pageSize.widthMm}mm ${pageSize.heightMm}mm`;
  const sheet = pageSize === 'A4' ? 'A4' : 'letter';
  return `${sheet} ${landscape ? 'landscape' : 'portrait'}`;
}
