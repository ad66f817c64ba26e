import encodeQR from 'qr';

/** Modules of white that a reader needs around the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

export interface QrDrawing {
  /** Modules on a side, the white around the code included. */
  readonly modules: number;
  /** SVG path of the dark modules, one unit a module. */
  readonly path: string;
}

/**
 * A badge code as a QR code. Thirteen capitals and digits fit into the smallest symbol (21 modules)
 * with a quarter of it to spare for a fold, a stain or a reflection.
 */
export function drawQr(code: string): QrDrawing {
  const rows = encodeQR(code, 'raw', {
    ecc: 'quartile',
    encoding: 'alphanumeric',
    border: QUIET_ZONE,
  });
  const runs: string[] = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x += 1;
      runs.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  });
  return { modules: rows.length, path: runs.join('') };
}
