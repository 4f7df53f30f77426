import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** How a daemon of tests behaves; `read` looks for the test virus as clamd does. */
export type ClamdConduct = 'read' | 'mute' | 'hang-up' | 'garble';

export interface TestClamd {
  /** For `CLAMAV_SOCKET`. */
  readonly address: string;
  conduct: ClamdConduct;
  /** Whole contents that it was handed, the oldest first. */
  readonly seen: Buffer[];
  stop(): Promise<void>;
}

/** What every scanner takes for a virus; in two parts, so that none takes this file for one. */
export const testVirus = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD',
  '-ANTIVIRUS-TEST-FILE!$H+H*',
].join('');

interface StartOptions {
  /** More bytes than this are refused as clamd's StreamMaxLength does. */
  readonly limit?: number;
  /** A path for a Unix socket; a TCP port otherwise. */
  readonly path?: string;
}

/** A server on loopback that speaks clamd's INSTREAM, without any engine behind it. */
export const startClamd = async ({
  limit = 10_000_000,
  path,
}: StartOptions = {}): Promise<TestClamd> => {
  const sockets = new Set<Socket>();
  const clamd: TestClamd = { address: '', conduct: 'read', seen: [], stop };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    if (clamd.conduct === 'hang-up') socket.destroy();
    else serve(socket, clamd, limit);
  });
  function stop(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
  }
  await new Promise<void>((resolve) => {
    if (path === undefined) server.listen(0, '127.0.0.1', resolve);
    else server.listen(path, resolve);
  });
  const port = (server.address() as AddressInfo).port;
  return Object.assign(clamd, { address: path ?? `tcp://127.0.0.1:${port}` });
};

const command = 'zINSTREAM\0';

const serve = (socket: Socket, clamd: TestClamd, limit: number): void => {
  let received = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    if (clamd.conduct === 'mute' || received.length < command.length) return;
    if (!received.toString('latin1').startsWith(command)) socket.end('UNKNOWN COMMAND\0');
    const content = contentOf(received.subarray(command.length));
    if (content.bytes.length > limit) socket.end('INSTREAM size limit exceeded. ERROR\0');
    else if (content.isWhole) {
      clamd.seen.push(content.bytes);
      const found = content.bytes.includes(testVirus) ? 'Eicar-Test-Signature FOUND' : 'OK';
      socket.end(clamd.conduct === 'garble' ? 'what?\0' : `stream: ${found}\0`);
    }
  });
};

const contentOf = (stream: Buffer): { bytes: Buffer; isWhole: boolean } => {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const length = stream.readUInt32BE(at);
    if (length === 0) return { bytes: Buffer.concat(chunks), isWhole: true };
    chunks.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { bytes: Buffer.concat(chunks), isWhole: false };
};
