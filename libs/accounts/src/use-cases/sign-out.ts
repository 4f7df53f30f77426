import { Database } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { SessionsStore } from '../store/sessions.store.js';

/** Ends one session. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsStore,
  ) {}

  async execute(token: string): Promise<void> {
    await this.database.asSystem((tx) => this.sessions.delete(tx, hashToken(token)));
  }
}
