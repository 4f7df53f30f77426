import { Writable } from 'node:stream';
import { Log } from './log.js';

/** From now on the lines of that log come here, at every level and as they would be written, until `stop`. */
export const recordLog = (log: Log): { readonly lines: string[]; stop(): void } => {
  const lines: string[] = [];
  const into = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString());
      done();
    },
  });
  const before: unknown = Reflect.get(log, 'logger');
  Reflect.set(log, 'logger', Reflect.get(new Log('trace', into), 'logger'));
  return { lines, stop: () => void Reflect.set(log, 'logger', before) };
};
