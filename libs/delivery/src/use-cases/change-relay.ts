import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import { PaceBook } from '../pacing/pace-book.js';
import { PacingSettingsStore } from '../store/pacing-settings-store.js';

interface Change {
  readonly name: string;
  readonly actor: Actor;
  /** Absent fields stay as they are; null goes back to what SMTP_URL says. */
  readonly enabled?: boolean | undefined;
  readonly weight?: number | null | undefined;
  readonly perSecond?: number | null | undefined;
}

/** Switches a relay on or off, or gives it another part of the mails. All workers know within two seconds. */
@Injectable()
export class ChangeRelay {
  constructor(
    private readonly database: Database,
    private readonly book: PaceBook,
    private readonly settings: PacingSettingsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError delivery.relay-not-found, delivery.last-relay */
  async execute({ name, actor, enabled, weight, perSecond }: Change): Promise<void> {
    this.book.forget();
    await this.book.refresh();
    const relays = this.book.relays();
    if (!relays.some((relay) => relay.name === name)) throw deliveryErrors.relayNotFound();
    const others = relays.filter((relay) => relay.name !== name && relay.enabled);
    if (enabled === false && others.length === 0) throw deliveryErrors.lastRelay();
    await this.database.asSystem(async (tx) => {
      const before = (await this.settings.relays(tx)).find((setting) => setting.name === name);
      const after = {
        name,
        enabled: enabled ?? before?.enabled ?? true,
        weight: weight === undefined ? (before?.weight ?? null) : weight,
        perSecond: perSecond === undefined ? (before?.perSecond ?? null) : perSecond,
      };
      await this.settings.saveRelay(tx, after);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'relay.changed',
        subject: { kind: 'relay', id: name },
        details: {
          enabled: after.enabled,
          weight: after.weight ?? 'default',
          perSecond: after.perSecond ?? 'default',
        },
      });
    });
    this.book.forget();
  }
}
