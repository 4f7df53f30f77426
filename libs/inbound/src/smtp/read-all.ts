import type { Readable } from 'node:stream';

/** The whole stream, or undefined when it is longer than `limit`; it is read to its end either way. */
export const readAll = async (stream: Readable, limit: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
};
