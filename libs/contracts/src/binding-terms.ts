import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BindingTermsStore } from './store/binding-terms.store.js';
import type { BindingVersion } from './store/binding-terms.store.js';

/** Told by terms of each version that is published: who applies must have agreed to one that binds then. @clause W3.3, W4.2 */
@Injectable()
export class BindingTerms {
  constructor(private readonly terms: BindingTermsStore) {}

  /** In the system's transaction that publishes it. */
  published(tx: Tx, version: BindingVersion): Promise<void> {
    return this.terms.add(tx, version);
  }
}
