import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Yen that a disclosure or a notice of purposes costs. */
export interface Fees {
  readonly purposeNoticeYen: number;
  readonly disclosureYen: number;
}

@Injectable()
export class FeesStore {
  async read(tx: Tx): Promise<Fees> {
    const rows = await tx.query<{ kind: string; yen: number }>(
      'SELECT kind, yen FROM privacy_fees',
    );
    const of = (kind: string): number => rows.find((row) => row.kind === kind)?.yen ?? 0;
    return { purposeNoticeYen: of('PURPOSE_NOTICE'), disclosureYen: of('DISCLOSURE') };
  }

  async write(tx: Tx, { purposeNoticeYen, disclosureYen }: Fees): Promise<void> {
    await tx.execute(
      `UPDATE privacy_fees SET yen = CASE kind WHEN 'DISCLOSURE' THEN $1::integer ELSE $2::integer END`,
      [disclosureYen, purposeNoticeYen],
    );
  }
}
