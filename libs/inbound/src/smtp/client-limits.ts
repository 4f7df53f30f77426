import { Clock, networkOf } from '#lib/kernel';
import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { isFull, spend } from '../domain/rate-limit.js';
import type { Allowance } from '../domain/rate-limit.js';

/** Who guesses names uses up the allowance ten times as fast. */
const unknownRecipientCost = 10;
const mostRemembered = 10_000;

/** How many connections and messages one client may have, so that no host can take all there is. */
@Injectable()
export class ClientLimits {
  private readonly clients = new Map<string, string>();
  private readonly connections = new Map<string, number>();
  private readonly allowances = new Map<string, Allowance>();
  private readonly trusted: ReadonlySet<string>;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.trusted = new Set(config.get('INBOUND_TRUSTED'));
  }

  /** A relay of our own: what it hands over comes from somewhere else. */
  isTrusted(address: string): boolean {
    return this.trusted.has(address) || this.config.get('INBOUND_PROTOCOL') === 'lmtp';
  }

  /** False when the client has its share of connections already. */
  enter(connection: string, address: string): boolean {
    if (this.isTrusted(address)) return true;
    const client = networkOf(address);
    const count = this.connections.get(client) ?? 0;
    if (count >= this.config.get('INBOUND_CLIENT_CONNECTIONS')) return false;
    this.connections.set(client, count + 1);
    this.clients.set(connection, client);
    return true;
  }

  leave(connection: string): void {
    const client = this.clients.get(connection);
    if (client === undefined) return;
    this.clients.delete(connection);
    const count = (this.connections.get(client) ?? 1) - 1;
    if (count > 0) this.connections.set(client, count);
    else this.connections.delete(client);
  }

  /** False when the client has sent enough for now. */
  mayMail(address: string): boolean {
    return this.spend(address, 1);
  }

  /** False when it has guessed often enough to be sent away. */
  mayGuess(address: string): boolean {
    return this.spend(address, unknownRecipientCost);
  }

  private spend(address: string, cost: number): boolean {
    if (this.isTrusted(address)) return true;
    const client = networkOf(address);
    const perMinute = this.config.get('INBOUND_CLIENT_RATE');
    const now = this.clock.now().getTime();
    const left = spend(this.allowances.get(client), cost, perMinute, now);
    if (left) this.allowances.set(client, left);
    if (this.allowances.size > mostRemembered) this.forgetFull(perMinute, now);
    return left !== undefined;
  }

  private forgetFull(perMinute: number, now: number): void {
    for (const [client, allowance] of this.allowances)
      if (isFull(allowance, perMinute, now)) this.allowances.delete(client);
  }
}
