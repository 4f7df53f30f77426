import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleDestroy } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Log } from '../log/index.js';
import type { Handover, ReadyMail } from './handover.js';
import { RelayConnections } from './relay-connections.js';
import { relaysOf } from './relay.js';
import { Slots } from './slots.js';

/** So long a process that was asked to end waits for mails under way, and has ten seconds left to write it down. */
const patienceMs = 20_000;

/**
 * Hands ready-made mails to the relays over connections that are kept and used again. Never throws: every end a mail
 * can come to is a value, because each means something different to whoever keeps the ledger.
 */
@Injectable()
export class SmtpPool implements OnApplicationShutdown, OnModuleDestroy {
  private readonly relays: () => ReadonlyMap<string, RelayConnections>;
  /** One place for each mail that is being announced or written; one that waits for its last answer has none. */
  private readonly places: Slots;
  private readonly underWay = new Slots(Infinity);
  private leaving: NodeJS.Timeout | undefined;

  constructor(config: Config, log: Log) {
    this.places = new Slots(config.get('SMTP_CONNECTIONS'));
    let relays: ReadonlyMap<string, RelayConnections> | undefined;
    this.relays = () => (relays ??= connectionsOf(config, log));
  }

  /** How many connections are used at once. */
  get size(): number {
    return this.places.size;
  }

  /** Names of all relays there are, in the order in which they are listed. */
  get relayNames(): readonly string[] {
    return [...this.relays().keys()];
  }

  async send(mail: ReadyMail): Promise<Handover> {
    const connections = this.connectionsFor(mail);
    if (!connections) return { kind: 'no-connection' };
    const landed = await this.underWay.take();
    const release = await this.places.take();
    try {
      return await connections.send(mail, release);
    } finally {
      release();
      landed();
    }
  }

  /** Breaks every connection off and makes no more: each mail under way comes to the end that is then known. */
  hangUp(): void {
    for (const connections of this.relays().values()) connections.hangUp();
  }

  /** The first that a process does when it is asked to end. */
  onModuleDestroy(): void {
    this.leaving = setTimeout(() => {
      this.hangUp();
    }, patienceMs).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.underWay.empty();
    clearTimeout(this.leaving);
    this.hangUp();
  }

  private connectionsFor({ relay: name }: ReadyMail): RelayConnections | undefined {
    const relays = this.relays();
    return name === undefined ? [...relays.values()][0] : relays.get(name);
  }
}

const connectionsOf = (config: Config, log: Log): ReadonlyMap<string, RelayConnections> =>
  new Map(
    relaysOf(config).map((relay) => [
      relay.name,
      new RelayConnections(relay, config.get('SMTP_CONNECTIONS'), log),
    ]),
  );
