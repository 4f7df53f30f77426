import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CreditNotesStore } from '../store/credit-notes.store.js';
import type { CreditNoteState, KeptCreditNote } from '../store/credit-notes.store.js';

const most = 200;

/** Credit notes of all tenants in a state, newest first. */
@Injectable()
export class ReadCreditNotes {
  constructor(
    private readonly database: Database,
    private readonly notes: CreditNotesStore,
  ) {}

  execute(state: CreditNoteState): Promise<KeptCreditNote[]> {
    return this.database.asSystem((tx) => this.notes.inState(tx, state, most));
  }
}
