import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { idleMs, longestMs } from '../domain/session-life.js';
import { windowMs } from '../domain/tries.js';
import { IdempotencyStore } from '../store/idempotency.store.js';
import { DevicesStore } from '../store/devices.store.js';
import { InvitationsStore } from '../store/invitations.store.js';
import { SessionsStore } from '../store/sessions.store.js';
import { SignInTicketsStore } from '../store/sign-in-tickets.store.js';
import { TriesStore } from '../store/tries.store.js';

const dayMs = 86_400_000;
/** A device unused for this long is a new one. */
const deviceDays = 180;

/** Deletes what has ended by itself: sessions, links, invitations, counted tries, stored answers, devices. */
@Injectable()
export class ForgetExpired {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsStore,
    private readonly tries: TriesStore,
    private readonly invitations: InvitationsStore,
    private readonly answers: IdempotencyStore,
    private readonly tickets: SignInTicketsStore,
    private readonly devices: DevicesStore,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const ago = (ms: number): Date => new Date(now.getTime() - ms);
    await this.database.asSystem(async (tx) => {
      await this.sessions.deleteOver(tx, { idle: ago(idleMs), oldest: ago(longestMs), now });
      await this.tries.deleteBefore(tx, ago(windowMs));
      await this.invitations.deleteExpired(tx, now);
      await this.answers.deleteBefore(tx, ago(dayMs));
      await this.tickets.deleteExpired(tx, now);
      await this.devices.deleteBefore(tx, ago(deviceDays * dayMs));
    });
  }
}
