import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { isAlive, isWorthNoting } from '../domain/session-life.js';
import { ApiKeysStore } from '../store/api-keys.store.js';
import { SessionsStore } from '../store/sessions.store.js';
import type { OpenSession } from '../store/sessions.store.js';

/** The session of one browser, as far as routes need to know it. */
export interface CurrentSession {
  readonly id: string;
  /** False while its person must set up a second factor before anything else. */
  readonly strongEnough: boolean;
  readonly acting: { readonly tenantId: TenantId; readonly until: Date } | null;
}

interface SignedIn {
  readonly actor: Extract<Actor, { kind: 'member' | 'operator' }>;
  readonly session: CurrentSession;
}

/** Finds out who calls, by the token of a session or the secret of an API key, and notes the use. */
@Injectable()
export class Authenticate {
  private readonly operatorsNeedMore: boolean;

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsStore,
    private readonly keys: ApiKeysStore,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.operatorsNeedMore = config.get('OPERATORS_NEED_SECOND_FACTOR');
  }

  /** The member or operator of a session that is alive, with the role of today. */
  bySession(token: string): Promise<SignedIn | undefined> {
    const now = this.clock.now();
    const hash = hashToken(token);
    return this.database.asSystem(async (tx) => {
      const session = await this.sessions.find(tx, hash);
      if (!session || !isAlive(session, now)) return undefined;
      if (isWorthNoting(session.seenAt, now)) await this.sessions.noteUse(tx, hash, now);
      const acting = actingAt(session, now);
      const actor = actorOf(session, acting);
      if (!actor) return undefined;
      const strongEnough =
        actor.kind === 'member' || session.secondFactor !== null || !this.operatorsNeedMore;
      return { actor, session: { id: session.id, strongEnough, acting } };
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

const actingAt = ({ actingFor, actingUntil }: OpenSession, now: Date): CurrentSession['acting'] =>
  actingFor && actingUntil && actingUntil > now
    ? { tenantId: actingFor, until: actingUntil }
    : null;

const actorOf = (
  { tenantId, memberId, memberRole, operatorId, operatorRole }: OpenSession,
  acting: CurrentSession['acting'],
): SignedIn['actor'] | undefined => {
  if (tenantId && memberId && memberRole)
    return { kind: 'member', tenantId, memberId, role: memberRole };
  if (!operatorId || !operatorRole) return undefined;
  const operator = { kind: 'operator', operatorId, role: operatorRole } as const;
  return acting ? { ...operator, actingFor: acting.tenantId } : operator;
};
