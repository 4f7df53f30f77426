import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** What the scanner said for good; null while nobody has looked. */
export const scanStates = ['clean', 'infected', 'too-large'] as const;
export type ScanState = (typeof scanStates)[number];

/** Letters on their way past the scanner of viruses. */
@Injectable()
export class LetterScansStore {
  /** Ids of letters that nobody has looked at, the oldest first. */
  async waiting(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT id FROM inquiries WHERE raw IS NOT NULL AND scan IS NULL ORDER BY arrived_at, id LIMIT $1',
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async note(tx: Tx, id: string, scan: ScanState, virus: string | null): Promise<void> {
    await tx.execute('UPDATE inquiries SET scan = $2, virus = $3 WHERE id = $1', [id, scan, virus]);
  }
}
