import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import type { PageOf, Position } from '#platform/http';
import { Scanner } from '#platform/scanner';
import { Injectable } from '@nestjs/common';
import type { Inquiry } from '../domain/inquiry.js';
import { Inquiries } from '../store/inquiries.store.js';
import { supportErrors } from '../support.errors.js';

interface Slice {
  readonly size: number;
  readonly cursor: string | undefined;
}

const afterOf = ({ cursor }: Slice): Position | undefined =>
  cursor === undefined ? undefined : decodeCursor(cursor);

const positionOf = ({ id, arrivedAt }: Inquiry): Position => ({
  id,
  sort: arrivedAt.toISOString(),
});

/** Inquiries as operators read them, and a tenant its own. */
@Injectable()
export class ReadInquiries {
  constructor(
    private readonly database: Database,
    private readonly inquiries: Inquiries,
    private readonly scanner: Scanner,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws BusinessError request.bad-cursor */
  async page(
    wanted: Slice & { readonly state: 'open' | 'overdue' | 'all' },
  ): Promise<PageOf<Inquiry>> {
    const overdueAt = wanted.state === 'overdue' ? this.clock.now() : undefined;
    const which = { openOnly: wanted.state !== 'all', overdueAt };
    const rows = await this.database.asSystem((tx) =>
      this.inquiries.page(tx, which, wanted.size, afterOf(wanted)),
    );
    return pageOf(rows, wanted.size, positionOf);
  }

  /** What members of the tenant asked here. @throws BusinessError request.bad-cursor */
  async ofTenant(tenantId: TenantId, slice: Slice): Promise<PageOf<Inquiry>> {
    const rows = await this.database.inTenant(tenantId, (tx) =>
      this.inquiries.pageOfTenant(tx, tenantId, slice.size, afterOf(slice)),
    );
    return pageOf(rows, slice.size, positionOf);
  }

  /** @throws BusinessError support.no-inquiry */
  async oneOfTenant(tenantId: TenantId, id: string): Promise<Inquiry> {
    const inquiry = await this.database.inTenant(tenantId, (tx) =>
      this.inquiries.ofTenant(tx, tenantId, id),
    );
    if (!inquiry) throw supportErrors.noInquiry();
    return inquiry;
  }

  /** @throws BusinessError support.no-inquiry */
  async one(id: string): Promise<Inquiry> {
    const inquiry = await this.database.asSystem((tx) => this.inquiries.get(tx, id));
    if (!inquiry) throw supportErrors.noInquiry();
    return inquiry;
  }

  /**
   * The letter as it came, unless it holds a virus or nobody has looked for one yet.
   * @throws BusinessError support.no-inquiry, support.infected, support.not-scanned
   */
  async raw(id: string): Promise<{ tenantId: string | null; content: Buffer }> {
    const { scan, virus, tenantId } = await this.one(id);
    if (scan === 'infected') throw supportErrors.infected({ params: { name: virus ?? '' } });
    if (scan === null && this.scanner.isThere) throw supportErrors.notScanned();
    const content = await this.database.asSystem((tx) => this.inquiries.raw(tx, id));
    if (!content) throw supportErrors.noInquiry();
    return { tenantId, content };
  }
}
