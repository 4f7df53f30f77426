import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
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

/** Where mail to the provider goes. @clause W8.1 */
export interface MailDesks {
  /** For questions. @clause W23.1 */
  readonly supportAddress: string;
  /** For notices under the contract. @clause W22.1 */
  readonly noticeAddress: string;
}

/** What people need to know to reach the provider, and what operators say about it. @clause D1 §6 */
@Injectable()
export class KeepDesk {
  constructor(
    private readonly database: Database,
    private readonly desk: DeskStore,
    private readonly tenants: Tenants,
    private readonly config: Config,
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

  /** A tenant has addresses of its own, so that nobody need ask whose letter it is. */
  async mailDesks(tenantId: TenantId | null): Promise<MailDesks> {
    const tenant =
      tenantId && (await this.database.inTenant(tenantId, (tx) => this.tenants.get(tx, tenantId)));
    const rest = `${tenant ? `-${tenant.slug}` : ''}@${this.config.get('MAIL_DOMAIN')}`;
    return { supportAddress: `support${rest}`, noticeAddress: `notice${rest}` };
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
