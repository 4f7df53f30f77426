import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Config, readRelayList } from '../config/index.js';
import { Log } from '../log/index.js';
import type { Handover, ReadyMail } from './handover.js';
import { relayOf } from './relay.js';
import type { Relay } from './relay.js';
import { Slots } from './slots.js';
import { SmtpSession } from './smtp-session.js';

/** How often a connection is asked for again when the relay turns one away, before the mail is put back. */
const connectTries = 3;
/** A relay that keeps us waiting longer than this is not asked again at once. */
const impatientMs = 10_000;
/** Kept shorter than what relays usually allow (RFC 5321 says five minutes, many say one). */
const idleMs = 30_000;

/**
 * Hands ready-made mails to the relay over connections that are kept and used again. Never throws: every end a mail
 * can come to is a value, because each means something different to whoever keeps the ledger.
 */
@Injectable()
export class SmtpPool implements OnApplicationShutdown {
  private readonly relays: () => ReadonlyMap<string, Relay>;
  private readonly slots: Slots;
  private readonly idle: SmtpSession[] = [];
  private readonly timers = new Map<SmtpSession, NodeJS.Timeout>();

  constructor(
    config: Config,
    private readonly log: Log,
  ) {
    this.slots = new Slots(config.get('SMTP_CONNECTIONS'));
    let relays: ReadonlyMap<string, Relay> | undefined;
    this.relays = () => (relays ??= relaysOf(config));
  }

  /** How many mails can be on their way at once. */
  get size(): number {
    return this.slots.size;
  }

  /** Names of all relays there are, in the order in which they are listed. */
  get relayNames(): readonly string[] {
    return [...this.relays().keys()];
  }

  async send(mail: ReadyMail): Promise<Handover> {
    const release = await this.slots.take();
    try {
      return await this.overOneSession(mail);
    } finally {
      release();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.slots.empty();
    for (const session of this.idle.splice(0)) this.discard(session);
  }

  private async overOneSession(mail: ReadyMail): Promise<Handover> {
    const relay = this.relayFor(mail);
    if (!relay) return { kind: 'no-connection' };
    for (;;) {
      const session = this.reuse(relay) ?? (await this.connect(relay));
      if (!session) return { kind: 'no-connection' };
      const usedBefore = session.served > 0;
      const result = await session.send(mail);
      this.keep(session);
      // The relay had hung up on a connection that lay idle: the mail never began, so a fresh one is tried.
      if (result.kind === 'lost' && !result.dotWritten && usedBefore) continue;
      return result;
    }
  }

  private relayFor({ relay: name }: ReadyMail): Relay | undefined {
    const relays = this.relays();
    return name === undefined ? [...relays.values()][0] : relays.get(name);
  }

  private async connect(relay: Relay): Promise<SmtpSession | undefined> {
    const began = performance.now();
    for (let attempt = 1; ; attempt++) {
      try {
        return await SmtpSession.connect(relay, (session) => {
          this.forget(session);
        });
      } catch (error) {
        if (attempt < connectTries && performance.now() - began < impatientMs) continue;
        this.log.failure('smtp.no-connection', error, { relay: relay.name });
        return undefined;
      }
    }
  }

  private reuse({ name }: Relay): SmtpSession | undefined {
    const session = this.idle.findLast(({ to, isOpen }) => to === name && isOpen);
    if (session) this.forget(session);
    return session;
  }

  private keep(session: SmtpSession): void {
    if (!session.isOpen) return;
    this.idle.push(session);
    const timer = setTimeout(() => {
      this.forget(session);
      session.close();
    }, idleMs);
    timer.unref();
    this.timers.set(session, timer);
  }

  private forget(session: SmtpSession): void {
    const at = this.idle.indexOf(session);
    if (at >= 0) this.idle.splice(at, 1);
    clearTimeout(this.timers.get(session));
    this.timers.delete(session);
  }

  private discard(session: SmtpSession): void {
    this.forget(session);
    session.close();
  }
}

const relaysOf = (config: Config): ReadonlyMap<string, Relay> =>
  new Map(
    readRelayList(config.get('SMTP_URL')).map((listed) => [
      listed.name,
      relayOf(listed, config.get('MAIL_DOMAIN')),
    ]),
  );
