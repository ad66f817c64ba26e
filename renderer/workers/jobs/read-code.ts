import decodeQR from 'qr/decode.js';

export interface ReadCodeInput {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8ClampedArray;
}

/** The text of the QR code in a picture, `null` when there is none that can be read. */
export function readCodeJob({ width, height, data }: ReadCodeInput): string | null {
  try {
    return decodeQR({ width, height, data }, { format: 'RGBA', timeLimit: 40 });
  } catch {
    // How this decoder says that it found nothing.
    return null;
  }
}
