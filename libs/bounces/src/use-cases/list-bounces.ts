import type { TenantId } from '#lib/kernel';
import { MaskedAddresses } from '#lib/subscribers';
import { Database } from '#platform/database';
import { decodeCursor, httpErrors, pageOf } from '#platform/http';
import type { PageOf, Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { lineFor } from '../domain/masked-line.js';
import { severityFor } from '../domain/refusal/reason.js';
import type { Severity } from '../domain/refusal/reason.js';
import { BounceList } from '../store/bounce-list.store.js';
import type { BouncedMail, WantedBounces } from '../store/bounce-list.store.js';

export interface BounceLine extends Pick<
  BouncedMail,
  'id' | 'campaignId' | 'at' | 'reason' | 'blame'
> {
  /** `t***@example.jp`, or `t***` where few people have that domain; null when the address is erased. */
  readonly maskedLine: string | null;
  readonly severity: Severity;
}

interface Wish extends WantedBounces {
  readonly size: number;
  readonly cursor?: string | undefined;
}

/** Mails that did not arrive, as masked lines, the newest first. @clause W17.4 */
@Injectable()
export class ListBounces {
  constructor(
    private readonly database: Database,
    private readonly list: BounceList,
    private readonly masked: MaskedAddresses,
  ) {}

  /** @throws BusinessError request.bad-cursor */
  async execute(
    tenantId: TenantId,
    { size, cursor, ...wanted }: Wish,
  ): Promise<PageOf<BounceLine>> {
    const after = cursor === undefined ? undefined : positionOf(cursor);
    return this.database.inTenant(tenantId, async (tx) => {
      const rows = await this.list.page(tx, tenantId, wanted, size, after);
      const people = rows.map(({ subscriberId }) => subscriberId);
      const masked = await this.masked.read(tx, tenantId, people);
      const domains = rows.flatMap(({ domain }) => domain ?? []);
      const crowded = await this.list.crowded(tx, tenantId, domains);
      const lines = rows.map(({ subscriberId, domain, status, ...mail }) => ({
        ...mail,
        severity: severityFor(mail.reason, status),
        maskedLine: lineOf(masked.get(subscriberId), domain !== null && crowded.has(domain)),
      }));
      return pageOf(lines, size, ({ id, at }) => ({ id, sort: at.toISOString() }));
    });
  }
}

const positionOf = (cursor: string): Position => {
  const { sort, id } = decodeCursor(cursor);
  const at = new Date(sort);
  if (Number.isNaN(at.getTime())) throw httpErrors.badCursor({ field: 'cursor' });
  return { id, sort: at.toISOString() };
};

const lineOf = (masked: string | undefined, isCrowded: boolean): string | null =>
  masked === undefined ? null : lineFor(masked, isCrowded);
