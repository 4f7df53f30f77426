import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { actorId } from './domain/actor.js';
import type { Actor } from './domain/actor.js';
import { AuditStore } from './store/audit.store.js';

interface Deed {
  /** Whose trail it goes into; null when it concerns no tenant, and then the transaction must be the system's. */
  readonly tenantId: TenantId | null;
  readonly actor: Actor;
  /** Thing and past participle: `campaign.scheduled`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Never an address of a subscriber, a token or a text. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** Who did what and when. Written in the transaction of the deed; can be added to and never changed. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly store: AuditStore,
    private readonly clock: Clock,
  ) {}

  async record(tx: Tx, { tenantId, actor, action, subject, details = {} }: Deed): Promise<void> {
    const at = this.clock.now();
    await this.store.insert(tx, tenantId, {
      id: newId(at),
      at,
      actorKind: actor.kind,
      actorId: actorId(actor),
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      details,
    });
  }
}
