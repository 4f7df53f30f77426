import type { Texts, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';

/** Whose data is asked for: a reader of a tenant, or somebody who is in touch with us under an address. */
export type Subject =
  | { readonly kind: 'subscriber'; readonly tenantId: TenantId; readonly subscriberId: string }
  | { readonly kind: 'contact'; readonly tenantId: TenantId | null; readonly address: string };

/** What one source holds: labelled records, values as they are shown to the person. */
export interface Section {
  readonly title: Texts;
  /** Tables it was read from: purposes, class and retention follow from the register. */
  readonly tables: readonly string[];
  readonly records: readonly object[];
}

/** One library’s part of a disclosure. A source that knows nothing of a subject gives nothing. @clause P2 開示 */
export interface PersonalDataSource {
  /** Every table that it can read from; with the register this shows that none was forgotten. */
  readonly tables: readonly string[];
  collect(tx: Tx, subject: Subject): Promise<Section[]>;
}

/** All sources, in the order in which a package shows them. */
export abstract class PersonalDataSources {
  abstract readonly all: readonly PersonalDataSource[];
}
