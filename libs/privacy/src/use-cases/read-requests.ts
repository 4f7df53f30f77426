import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import type { PageOf } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { DataRequest } from '../domain/request.js';
import { privacyErrors } from '../privacy.errors.js';
import { FeesStore } from '../store/fees.store.js';
import type { Fees } from '../store/fees.store.js';
import { RequestsStore } from '../store/requests.store.js';

/** `due-soon` is what is due within four days, late ones included: the list to look at every morning. */
export const requestLists = ['open', 'due-soon', 'overdue', 'all'] as const;
export type RequestList = (typeof requestLists)[number];

const alarmMs = 4 * 86_400_000;

/** Requests for the operators' desk, and what they cost. */
@Injectable()
export class ReadRequests {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestsStore,
    private readonly feesStore: FeesStore,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws BusinessError request.bad-cursor */
  async page(
    list: RequestList,
    size: number,
    cursor: string | undefined,
  ): Promise<PageOf<DataRequest>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const now = this.clock.now();
    const soon = new Date(now.getTime() + alarmMs);
    const wanted = {
      openOnly: list !== 'all',
      dueBefore: list === 'overdue' ? now : list === 'due-soon' ? soon : null,
    };
    const rows = await this.database.asSystem((tx) => this.requests.page(tx, wanted, size, after));
    return pageOf(rows, size, ({ id, receivedAt }) => ({ id, sort: receivedAt.toISOString() }));
  }

  /** @throws BusinessError privacy.no-request */
  async one(id: string): Promise<DataRequest> {
    const found = await this.database.asSystem((tx) => this.requests.get(tx, id));
    if (!found) throw privacyErrors.noRequest();
    return found;
  }

  fees(): Promise<Fees> {
    return this.database.asSystem((tx) => this.feesStore.read(tx));
  }
}
