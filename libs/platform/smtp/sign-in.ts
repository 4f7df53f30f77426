import type { Socket } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { capabilitiesOf } from './capabilities.js';
import type { Capabilities } from './capabilities.js';
import type { Relay } from './relay.js';

/** A connection that is past greeting, TLS and sign-in. */
export interface SignedIn {
  readonly socket: Socket;
  readonly relay: Capabilities;
}

/** What the library keeps to itself and we need to go on where it stops. */
interface Inner {
  readonly _socket: Socket;
  readonly _ehloLines: readonly string[] | undefined;
}

/**
 * Lets the library connect, greet, secure the connection and sign in, then takes the socket over from it.
 * @param leaving breaks it off
 * @throws the library's error when the relay is away or does not let us in
 */
export const signIn = (relay: Relay, leaving: AbortSignal): Promise<SignedIn> => {
  const connection = new SMTPConnection(relay.options);
  return new Promise((resolve, reject) => {
    const leave = (): void => fail(new Error('the process ends'));
    const fail = (error: Error): void => {
      leaving.removeEventListener('abort', leave);
      connection.close();
      reject(error);
    };
    const ready = (): void => {
      leaving.removeEventListener('abort', leave);
      resolve(takenOver(connection as unknown as Inner, relay));
    };
    leaving.addEventListener('abort', leave);
    connection.on('error', fail); // stays: an error without a listener would end the process
    connection.once('end', () => fail(new Error('the relay hung up')));
    connection.connect((error) => {
      if (error) fail(error);
      else if (relay.login && connection.allowsAuth)
        connection.login(relay.login, (refused) => (refused ? fail(refused) : ready()));
      else ready();
    });
  });
};

const takenOver = (
  { _socket: socket, _ehloLines: lines }: Inner,
  { chunking }: Relay,
): SignedIn => {
  for (const event of ['data', 'error', 'timeout', 'end', 'close'])
    socket.removeAllListeners(event);
  socket.setNoDelay(true); // else an announcement behind a mail waits for the mail's receipt
  const said = capabilitiesOf(lines ?? []);
  return { socket, relay: { ...said, chunking: chunking && said.chunking } };
};
