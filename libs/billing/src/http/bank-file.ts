import { StreamableFile } from '@nestjs/common';

/** A file for the bank as a browser saves it: the very bytes, under the name that the bank expects. */
export const bankFile = ({
  fileName,
  bytes,
}: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}): StreamableFile =>
  new StreamableFile(bytes, {
    type: 'application/octet-stream',
    disposition: `attachment; filename="${fileName}"`,
  });
