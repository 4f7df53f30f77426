import { Clock, asTenantId, jstDate } from '#lib/kernel';
import { EraseOnRequest, PersonFile } from '#lib/subscribers';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { erasesReader } from '../domain/request.js';
import type { DataRequest } from '../domain/request.js';
import { ErasureLogStore } from '../store/erasure-log.store.js';
import { HoldsStore } from '../store/holds.store.js';

/** Erases a reader who asked for it and was granted it, unless a hold keeps it; counted for the next certificate. @clause P2 削除・利用の停止 */
@Injectable()
export class EraseReader {
  constructor(
    private readonly people: PersonFile,
    private readonly erasing: EraseOnRequest,
    private readonly holds: HoldsStore,
    private readonly log: ErasureLogStore,
    private readonly clock: Clock,
  ) {}

  /** In a transaction of the system. Again is harmless. */
  async within(tx: Tx, request: DataRequest): Promise<void> {
    const { id, subscriberId } = request;
    if (!request.tenantId || !subscriberId || !erasesReader(request)) return;
    const tenantId = asTenantId(request.tenantId);
    if (await this.holds.isHeld(tx, id)) return;
    if (!(await this.people.within(tx, tenantId, subscriberId))) return;
    await this.erasing.within(tx, tenantId, subscriberId);
    const day = jstDate(this.clock.now());
    const rule = 'readers-on-request';
    await this.log.count(tx, { day, tenantId, class: 'A', rule, count: 1 });
  }
}
