import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { PersonInquiriesStore } from '../store/person-inquiries.store.js';
import type { FiledInquiry } from '../store/person-inquiries.store.js';

/** What one person asked us and what was said on the telephone about it, for that person. @clause P2 開示 */
@Injectable()
export class PersonInquiries {
  constructor(private readonly store: PersonInquiriesStore) {}

  /** In a transaction of the system. The oldest first. */
  of(tx: Tx, address: string): Promise<FiledInquiry[]> {
    return this.store.of(tx, address);
  }
}
