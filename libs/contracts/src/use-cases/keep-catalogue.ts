import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { PlainDate } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { isCode } from '../domain/catalogue.js';
import type { Course, CourseOption, Offer } from '../domain/catalogue.js';
import { badTermRules } from '../domain/term-rules.js';
import { CatalogueStore } from '../store/catalogue.store.js';

/** One entry of the catalogue, with what it is. */
type CatalogueEntry =
  | { readonly kind: 'course'; readonly entry: Course }
  | { readonly kind: 'option'; readonly entry: CourseOption }
  | { readonly kind: 'offer'; readonly entry: Offer };

type Change = CatalogueEntry & { readonly as: 'new' | 'changed'; readonly actor: Actor };

/** Adds to what is on offer and changes it; contracts keep the rules they were made by. @clause W5.4 */
@Injectable()
export class KeepCatalogue {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError contracts.code-taken, contracts.not-in-catalogue, contracts.bad-term-rules, contracts.bad-date */
  execute(change: Change): Promise<void> {
    check(change);
    return this.database.asSystem(async (tx) => {
      await this.write(tx, change);
      await this.audit.record(tx, {
        tenantId: null,
        actor: change.actor,
        action: `${change.kind}.${change.as === 'new' ? 'added' : 'changed'}`,
        subject: { kind: change.kind, id: change.entry.code },
      });
    });
  }

  private write(tx: Tx, change: Change): Promise<void> {
    const isNew = change.as === 'new';
    const { catalogue } = this;
    switch (change.kind) {
      case 'course':
        return isNew
          ? catalogue.addCourse(tx, change.entry)
          : catalogue.changeCourse(tx, change.entry);
      case 'option':
        return isNew
          ? catalogue.addOption(tx, change.entry)
          : catalogue.changeOption(tx, change.entry);
      case 'offer':
        return isNew
          ? catalogue.addOffer(tx, change.entry)
          : catalogue.changeOffer(tx, change.entry);
    }
  }
}

const check = (change: CatalogueEntry): void => {
  if (!isCode(change.entry.code)) throw contractsErrors.badCode({ field: 'code' });
  if (change.kind === 'option') return;
  if (badTermRules(change.entry.termRules).length > 0)
    throw contractsErrors.badTermRules({ field: 'termRules' });
  if (change.kind === 'offer') {
    const { firstDay, lastDay } = change.entry;
    if (PlainDate.compare(firstDay, lastDay) > 0)
      throw contractsErrors.badDate({ field: 'lastDay' });
  }
};
