import { toBuffer, toString } from 'qrcode';

/** A picture of a text that telephones read, with the quiet edge that they need. */
export interface QrCode {
  readonly type: 'image/svg+xml' | 'image/png';
  readonly content: Buffer;
}

/** Pixels: sharp at 5 cm in print of 300 dots an inch. */
const width = 600;
const shape = { errorCorrectionLevel: 'M', margin: 4 } as const;

export const qrCode = async (text: string, format: 'svg' | 'png'): Promise<QrCode> =>
  format === 'svg'
    ? {
        type: 'image/svg+xml',
        content: Buffer.from(await toString(text, { ...shape, type: 'svg' })),
      }
    : { type: 'image/png', content: await toBuffer(text, { ...shape, width }) };
