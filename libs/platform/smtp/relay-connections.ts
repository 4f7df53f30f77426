import { setMaxListeners } from 'node:events';
import type { Log } from '../log/index.js';
import type { Handover, ReadyMail } from './handover.js';
import type { Relay } from './relay.js';
import { SmtpSession } from './smtp-session.js';

/** How often a connection is asked for again when the relay turns one away, before the mail is put back. */
const connectTries = 3;
/** A relay that keeps us waiting longer than this is not asked again at once. */
const impatientMs = 10_000;
/** Kept shorter than what relays usually allow (RFC 5321 says five minutes, many say one). */
const idleMs = 30_000;

/** The connections to one relay, kept and used again. */
export class RelayConnections {
  /** Sessions that take a mail right now, though the last one's fate may be open. */
  private readonly ready: SmtpSession[] = [];
  private readonly open = new Set<SmtpSession>();
  private readonly timers = new Map<SmtpSession, NodeJS.Timeout>();
  private readonly leaving = new AbortController();
  private connecting = 0;

  /** @param most connections at once, as long as no more mails than that are being announced */
  constructor(
    private readonly relay: Relay,
    private readonly most: number,
    private readonly log: Log,
  ) {
    setMaxListeners(0, this.leaving.signal); // each connection that is being made listens
  }

  /** @param whenReady called once the connection takes the next mail, if that is before this one's fate is known */
  async send(mail: ReadyMail, whenReady: () => void): Promise<Handover> {
    for (;;) {
      const session = await this.session();
      if (!session) return { kind: 'no-connection' };
      const usedBefore = session.served > 0;
      let kept = false;
      const keep = (): void => {
        if (!kept && session.isOpen) this.ready.push(session);
        kept = true;
      };
      const result = await session.send(mail, () => {
        keep();
        whenReady();
      });
      keep();
      if (session.isIdle) this.watch(session);
      // The relay had hung up on a connection that lay idle: the mail never began, so a fresh one is tried.
      if (result.kind === 'lost' && !result.dotWritten && usedBefore) continue;
      return result;
    }
  }

  /** Says goodbye on every connection and makes no more. */
  hangUp(): void {
    this.leaving.abort();
    for (const session of [...this.open]) session.close();
  }

  /** An idle connection, else a new one, else one that still waits for the last answer. */
  private async session(): Promise<SmtpSession | undefined> {
    const idle = this.take((session) => session.isIdle);
    if (idle) return idle;
    const mayConnect = this.open.size + this.connecting < this.most;
    return (mayConnect ? undefined : this.take(() => true)) ?? this.connect();
  }

  private take(fits: (session: SmtpSession) => boolean): SmtpSession | undefined {
    const at = this.ready.findLastIndex(fits);
    const [session] = at < 0 ? [] : this.ready.splice(at, 1);
    if (session) this.forget(session);
    return session;
  }

  private async connect(): Promise<SmtpSession | undefined> {
    const began = performance.now();
    this.connecting++;
    try {
      for (let attempt = 1; !this.leaving.signal.aborted; attempt++) {
        try {
          return await this.connectOnce();
        } catch (error) {
          if (attempt < connectTries && performance.now() - began < impatientMs) continue;
          this.log.failure('smtp.no-connection', error, { relay: this.relay.name });
          return undefined;
        }
      }
      return undefined;
    } finally {
      this.connecting--;
    }
  }

  private async connectOnce(): Promise<SmtpSession> {
    const session = await SmtpSession.connect(this.relay, this.leaving.signal, (ended) => {
      this.open.delete(ended);
      this.forget(ended);
    });
    this.open.add(session);
    return session;
  }

  /** Lets go of a connection that nobody needs for a while. */
  private watch(session: SmtpSession): void {
    clearTimeout(this.timers.get(session));
    if (!session.isOpen) return;
    const timer = setTimeout(() => {
      session.close();
    }, idleMs);
    timer.unref();
    this.timers.set(session, timer);
  }

  private forget(session: SmtpSession): void {
    const at = this.ready.indexOf(session);
    if (at >= 0) this.ready.splice(at, 1);
    clearTimeout(this.timers.get(session));
    this.timers.delete(session);
  }
}
