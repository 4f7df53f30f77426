import { connect } from 'node:net';
import type { NetConnectOpts, Socket } from 'node:net';
import type { Scanner } from './scanner.js';
import { readAnswer } from './verdict.js';
import type { Verdict } from './verdict.js';

const chunkBytes = 64 * 1024;
const longestAnswer = 1_000;

/** Where clamd listens: `/run/clamav/clamd.ctl`, `unix:///run/…` or `tcp://127.0.0.1:3310`. */
export const clamdAddress = (text: string): NetConnectOpts => {
  if (!text.startsWith('tcp://')) return { path: text.replace(/^unix:\/\//, '') };
  const { hostname, port } = new URL(text);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) };
};

/**
 * Hands content to ClamAV's daemon over its socket: INSTREAM, chunks with their length before them, an empty one at
 * the end. A connection for each; what takes longer than the time limit altogether is given up.
 */
export class ClamdScanner implements Scanner {
  readonly isThere = true;

  constructor(
    private readonly address: NetConnectOpts,
    private readonly timeoutMs: number,
  ) {}

  scan(content: Uint8Array): Promise<Verdict> {
    return new Promise((resolve) => {
      const socket = connect(this.address);
      let answer = '';
      const settle = (verdict: Verdict): void => {
        clearTimeout(timer);
        socket.destroy();
        resolve(verdict);
      };
      const end = (): void => {
        settle(answer === '' ? { kind: 'unscanned', why: 'unreachable' } : readAnswer(answer));
      };
      const timer = setTimeout(() => {
        settle({ kind: 'unscanned', why: 'timeout' });
      }, this.timeoutMs);
      socket.setEncoding('latin1');
      socket.on('data', (text: string) => {
        answer = (answer + text).slice(0, longestAnswer);
        // It answers before it has read everything when the content is larger than it takes.
        if (answer.includes('\0')) end();
      });
      socket.on('error', end);
      socket.on('close', end);
      socket.on('connect', () => {
        send(socket, content);
      });
    });
  }
}

const send = (socket: Socket, content: Uint8Array): void => {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < content.length; at += chunkBytes) {
    const chunk = content.subarray(at, at + chunkBytes);
    socket.write(lengthOf(chunk.length));
    socket.write(chunk);
  }
  socket.write(lengthOf(0));
};

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
};
