import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { isDay, isOpen, opensAt } from '../domain/contact-window.js';
import { DeskStore } from '../store/desk.store.js';
import type { ClosingDay, ContactWindow } from '../store/desk.store.js';
import { supportErrors } from '../support.errors.js';

export interface Desk {
  readonly windows: readonly ContactWindow[];
  readonly closingDays: readonly ClosingDay[];
  readonly isOpen: boolean;
  /** The present while it is open; null when it is closed for two months. */
  readonly opensAt: Date | null;
}

/** What people need to know to reach the provider, and what operators say about it. @clause D1 §6 */
@Injectable()
export class KeepDesk {
  constructor(
    private readonly database: Database,
    private readonly desk: DeskStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  read(): Promise<Desk> {
    const now = this.clock.now();
    return this.database.asSystem(async (tx) => {
      const closed = await this.desk.closed(tx);
      return {
        windows: await this.desk.windows(tx),
        closingDays: await this.desk.closingDays(tx),
        isOpen: isOpen(now, closed),
        opensAt: opensAt(now, closed),
      };
    });
  }

  async saveWindow(window: ContactWindow, actor: Actor): Promise<void> {
    await this.database.asSystem(async (tx) => {
      await this.desk.saveWindow(tx, window);
      const subject = { kind: 'contact-window', id: window.name };
      await this.audit.record(tx, { tenantId: null, actor, action: 'desk.changed', subject });
    });
  }

  /** @throws BusinessError support.bad-day */
  async closeOn(closing: ClosingDay, actor: Actor): Promise<void> {
    if (!isDay(closing.day)) throw supportErrors.badDay({ field: 'day' });
    await this.database.asSystem(async (tx) => {
      await this.desk.addClosingDay(tx, closing);
      const subject = { kind: 'closing-day', id: closing.day };
      await this.audit.record(tx, { tenantId: null, actor, action: 'closing-day.added', subject });
    });
  }

  /** @throws BusinessError support.bad-day */
  async openOn(day: string, actor: Actor): Promise<void> {
    await this.database.asSystem(async (tx) => {
      if (!isDay(day) || !(await this.desk.removeClosingDay(tx, day)))
        throw supportErrors.badDay({ field: 'day' });
      const subject = { kind: 'closing-day', id: day };
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'closing-day.removed',
        subject,
      });
    });
  }
}
