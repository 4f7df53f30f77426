import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DeliveryTokens } from '../compose/delivery-tokens.js';
import { kindOfOpen } from '../domain/readers.js';
import { DeliveryLookup } from '../store/delivery-lookup.js';
import { Tracking } from '../store/tracking.js';

/** Notes that the pixel of a mail was asked for, and by what. */
@Injectable()
export class RecordOpen {
  constructor(
    private readonly tokens: DeliveryTokens,
    private readonly database: Database,
    private readonly deliveries: DeliveryLookup,
    private readonly tracking: Tracking,
    private readonly clock: Clock,
  ) {}

  /** A token that is not ours is passed over in silence. */
  async execute(token: string, userAgent: string | undefined): Promise<void> {
    const deliveryNo = this.tokens.readPixel(token);
    if (deliveryNo === undefined) return;
    const row = await this.database.asSystem((tx) => this.deliveries.byNumber(tx, deliveryNo));
    if (!row) return;
    const at = this.clock.now();
    await this.database.inTenant(row.tenantId, (tx) =>
      this.tracking.opened(tx, row.tenantId, row, kindOfOpen(userAgent), at),
    );
  }
}
