import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Where in a session the relay stands when it is asked what to do. `dot`: the whole mail has come in. */
export type SinkStep = 'banner' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'dot';

export interface SinkMoment {
  /** Connections are counted from 1. */
  readonly connection: number;
  readonly from: string;
  readonly to: string;
}

/** What to do instead of the usual: hang up, never answer anything again, answer one byte a second, or answer this line. */
export type SinkAct = 'cut' | 'hang' | 'drip' | `${4 | 5}${string}` | undefined;

interface SinkMail {
  readonly from: string;
  readonly to: string;
  readonly data: string;
}

export interface SmtpSink {
  readonly url: string;
  /** Every mail that came in whole and was not refused, also those whose sender was never told. */
  readonly mails: SinkMail[];
  /** Every command line received. */
  readonly commands: string[];
  readonly connections: number;
  /** Drops every open connection. */
  hangUp(): void;
  stop(): Promise<void>;
}

interface SinkOptions {
  readonly act?: (step: SinkStep, moment: SinkMoment) => SinkAct;
  readonly extensions?: readonly string[];
  /** Waits before the answer to the final dot: for tests that act while mails are under way. */
  readonly beforeDot?: () => Promise<void>;
}

/** A relay that takes mail, or misbehaves at any point of a session as `act` says. */
export const startSink = async (options: SinkOptions = {}): Promise<SmtpSink> => {
  const state = { mails: [] as SinkMail[], commands: [] as string[], connections: 0 };
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    serve(socket, ++state.connections, state, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails: state.mails,
    commands: state.commands,
    get connections() {
      return state.connections;
    },
    hangUp,
    stop: () =>
      new Promise((resolve) => {
        hangUp();
        server.close(() => {
          resolve();
        });
      }),
  };
};

const endOfData = '\r\n.\r\n';

const serve = (
  socket: Socket,
  connection: number,
  state: { mails: SinkMail[]; commands: string[] },
  { act, extensions = ['PIPELINING', '8BITMIME', 'SIZE 10485760'], beforeDot }: SinkOptions,
): void => {
  let from = '';
  let to = '';
  let inMail = false;
  let buffer = '';
  let inData = false;
  /** Length of the chunk that comes in. @rfc 3030 */
  let chunk = 0;
  let work = Promise.resolve();
  /** What is still to be answered, byte by byte; undefined while answers go out at once. */
  let dripping: string | undefined;
  let silent = false;
  const say = (line: string): void => {
    if (silent) return;
    if (dripping !== undefined) dripping += `${line}\r\n`;
    else if (!socket.destroyed) socket.write(`${line}\r\n`);
  };
  const drip = async (): Promise<void> => {
    for (const byte of dripping ?? '') {
      await pause(1000, undefined, { ref: false });
      if (socket.destroyed) break;
      socket.write(byte);
    }
    dripping = undefined;
  };

  /** Does what `act` wants; true when the usual answer must not follow. */
  const misbehaves = (step: SinkStep): boolean => {
    const what = act?.(step, { connection, from, to });
    if (what === 'drip') {
      dripping = '';
      return false;
    }
    if (what === 'cut') socket.destroy();
    else if (what === 'hang') silent = true;
    else if (what !== undefined) say(what);
    if (what?.startsWith('421')) socket.end();
    return what !== undefined;
  };

  const command = (line: string): void => {
    state.commands.push(line);
    const verb = line.slice(0, 4).toUpperCase();
    const address = /<(.*?)>/.exec(line)?.[1] ?? '';
    if (verb === 'EHLO') {
      if (misbehaves('EHLO')) return;
      ['sink', ...extensions].forEach((name, i) => {
        say(`250${i < extensions.length ? '-' : ' '}${name}`);
      });
    } else if (verb === 'MAIL') {
      if (from) {
        say('503 5.5.1 nested MAIL');
        return;
      }
      from = address;
      to = '';
      inMail = !misbehaves('MAIL');
      if (inMail) say('250 2.1.0 Ok');
      else from = '';
    } else if (verb === 'RCPT') {
      to = inMail ? address : '';
      if (!inMail) say('503 5.5.1 no sender');
      else if (misbehaves('RCPT')) to = '';
      else say('250 2.1.5 Ok');
    } else if (verb === 'DATA') {
      if (!to) say('503 5.5.1 no recipients');
      else if (!misbehaves('DATA')) {
        inData = true;
        say('354 go on');
      }
    } else if (verb === 'BDAT') {
      chunk = Number(line.split(' ')[1]);
    } else if (verb === 'RSET') {
      from = to = '';
      inMail = false;
      say('250 2.0.0 Ok');
    } else if (verb === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('502 5.5.2 what?');
  };

  const mail = async (data: string): Promise<void> => {
    await beforeDot?.();
    const what = act?.('dot', { connection, from, to });
    if (what === undefined || what === 'cut' || what === 'drip') {
      state.mails.push({ from, to, data });
    }
    if (!misbehavesAtDot(what)) say('250 2.0.0 Ok: queued');
    from = to = '';
    inMail = false;
  };

  const misbehavesAtDot = (what: SinkAct): boolean => {
    if (what === 'cut') socket.destroy();
    else if (what === 'hang') silent = true;
    else if (what !== undefined && what !== 'drip') say(what);
    return what !== undefined && what !== 'drip';
  };

  const read = async (): Promise<void> => {
    for (;;) {
      if (chunk > 0) {
        if (buffer.length > 0 && to && act?.('body', { connection, from, to }) === 'cut') {
          socket.resetAndDestroy();
          return;
        }
        if (buffer.length < chunk) return;
        const data = buffer.slice(0, chunk);
        buffer = buffer.slice(chunk);
        chunk = 0;
        // A chunk for nobody is read all the same.
        if (to) await mail(data);
        else say('503 5.5.1 no recipients');
      } else if (inData) {
        if (buffer.length > 0 && act?.('body', { connection, from, to }) === 'cut') {
          socket.resetAndDestroy();
          return;
        }
        const end = buffer.indexOf(endOfData);
        if (end < 0) return;
        const data = buffer.slice(0, end + 2);
        buffer = buffer.slice(end + endOfData.length);
        inData = false;
        await mail(data.replace(/^\.\./gm, '.'));
      } else {
        const end = buffer.indexOf('\r\n');
        if (end < 0 || socket.destroyed) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        command(line);
        if (dripping !== undefined) await drip();
      }
    }
  };

  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    work = work.then(() => {
      buffer += chunk;
      return read();
    });
  });
  if (!misbehaves('banner')) say('220 sink ESMTP');
};
