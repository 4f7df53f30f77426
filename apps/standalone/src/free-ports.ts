import { createServer } from 'node:net';
import { PlainProblem } from '../../plain-problem.js';

interface Listener {
  readonly variable: string;
  readonly port: number;
  readonly host: string;
}

/** Says before anything is started which port somebody else holds, and which variable to change. */
export const assertPortsFree = async (listeners: readonly Listener[]): Promise<void> => {
  for (const { variable, port, host } of listeners) {
    if (port === 0 || (await isFree(port, host))) continue;
    throw new PlainProblem(
      `ポート ${port} は使用中です。別のポートを ${variable}=… で指定して起動してください。`,
      `Port ${port} is in use: choose another one with ${variable}=….`,
    );
  }
};

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, host, () =>
      probe.close(() => {
        resolve(true);
      }),
    );
  });

/** A port that nobody holds at this instant. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
