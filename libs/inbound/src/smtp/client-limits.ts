import { Clock, networkOf } from '#lib/kernel';
import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { neighbourhoodOf } from '../domain/neighbourhood.js';
import { isFull, spend } from '../domain/rate-limit.js';
import type { Allowance } from '../domain/rate-limit.js';

/** Who guesses names uses up the allowance ten times as fast. */
const unknownRecipientCost = 10;
const mostRemembered = 10_000;

/** How many connections and messages one client may have, so that no host and no network takes all there is. */
@Injectable()
export class ClientLimits {
  private readonly shares = new Map<string, readonly string[]>();
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

  /** False when the client, or all of its network together, have their share of connections already. */
  enter(connection: string, address: string): boolean {
    if (this.isTrusted(address)) return true;
    const [perClient, perNetwork] = this.mostConnections();
    const [client, network] = [networkOf(address), neighbourhoodOf(address)];
    if (this.count(client) >= perClient || this.count(network) >= perNetwork) return false;
    for (const holder of [client, network]) this.connections.set(holder, this.count(holder) + 1);
    this.shares.set(connection, [client, network]);
    return true;
  }

  leave(connection: string): void {
    for (const holder of this.shares.get(connection) ?? []) {
      const count = this.count(holder) - 1;
      if (count > 0) this.connections.set(holder, count);
      else this.connections.delete(holder);
    }
    this.shares.delete(connection);
  }

  private count(holder: string): number {
    return this.connections.get(holder) ?? 0;
  }

  /** Of a client, and of a network: never less, as a client is within one. */
  private mostConnections(): [number, number] {
    const perClient = this.config.get('INBOUND_CLIENT_CONNECTIONS');
    return [perClient, Math.max(perClient, this.config.get('INBOUND_NETWORK_CONNECTIONS'))];
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
