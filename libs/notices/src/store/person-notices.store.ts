import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { NoticeChannel } from './notice.row.js';

/** A notice as its addressee may read it again; the text of one that held a link that opens something is gone. */
export interface FiledNotice {
  readonly at: Date;
  readonly channel: NoticeChannel;
  readonly subject: string;
  readonly text: string | null;
  readonly arrivedAt: Date | null;
}

/** What was written to one mail address, for its owner alone. @clause P2 開示 */
@Injectable()
export class PersonNotices {
  /** The oldest first; the transaction must be the system's. */
  of(tx: Tx, address: string): Promise<FiledNotice[]> {
    return tx.query<FiledNotice>(
      `SELECT posted_at AS at, channel, subject, CASE WHEN secret THEN NULL ELSE body END AS text,
         arrived_at AS "arrivedAt"
       FROM notices WHERE lower(to_address) = lower($1) ORDER BY posted_at, id`,
      [address],
    );
  }
}
