import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { isAlive, isWorthNoting } from '../domain/session-life.js';
import { ApiKeysStore } from '../store/api-keys.store.js';
import { SessionsStore } from '../store/sessions.store.js';

/** Finds out who calls, by the token of a session or the secret of an API key, and notes the use. */
@Injectable()
export class Authenticate {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsStore,
    private readonly keys: ApiKeysStore,
    private readonly clock: Clock,
  ) {}

  /** The member or operator of a session that is alive, with the role of today. */
  bySession(token: string): Promise<Actor | undefined> {
    const now = this.clock.now();
    const hash = hashToken(token);
    return this.database.asSystem(async (tx) => {
      const session = await this.sessions.find(tx, hash);
      if (!session || !isAlive(session, now)) return undefined;
      if (isWorthNoting(session.seenAt, now)) await this.sessions.noteUse(tx, hash, now);
      const { tenantId, memberId, memberRole, operatorId, operatorRole } = session;
      if (tenantId && memberId && memberRole)
        return { kind: 'member', tenantId, memberId, role: memberRole };
      if (operatorId && operatorRole) return { kind: 'operator', operatorId, role: operatorRole };
      return undefined;
    });
  }

  byKey(secret: string): Promise<Actor | undefined> {
    const now = this.clock.now();
    return this.database.asSystem(async (tx) => {
      const key = await this.keys.usable(tx, hashToken(secret), now);
      if (!key) return undefined;
      if (isWorthNoting(key.lastUsedAt, now))
        await this.keys.noteUse(tx, key.tenantId, key.id, now);
      return { kind: 'api-key', tenantId: key.tenantId, keyId: key.id, scopes: key.scopes };
    });
  }
}
