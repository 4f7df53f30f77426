import { Agent, request } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';

interface Call {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

interface Reply {
  /** 0 when the connection broke instead. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly ms: number;
}

/** Calls a server over so many kept connections, with headers and bodies exactly as given. */
export class Caller {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  send(wish: Call): Promise<Reply> {
    const { method, path, headers = {}, body = '' } = wish;
    const { agent } = this;
    const began = performance.now();
    return new Promise((resolve) => {
      const took = (): number => performance.now() - began;
      const call = request(this.url + path, { method, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { statusCode: status = 0, headers: answered } = response;
          const text = Buffer.concat(chunks).toString();
          resolve({ status, headers: answered, body: text, ms: took() });
        });
      });
      call.on('error', ({ code, message }: NodeJS.ErrnoException) => {
        // The server let go of a kept connection as we took it: every browser asks again. @rfc 9112 §9.3.1
        if (call.reusedSocket && code === 'ECONNRESET') resolve(this.send(wish));
        else resolve({ status: 0, headers: {}, body: message, ms: took() });
      });
      call.end(body);
    });
  }

  stop(): void {
    this.agent.destroy();
  }
}

/** The value below which that part of the numbers lies, in whole numbers. */
export const percentile = (numbers: readonly number[], part: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
};
