import { Operators } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AbuseCase } from '../domain/prohibited-acts.js';
import { CasesStore } from '../store/cases.store.js';
import type { HandledCase } from '../store/cases.store.js';
import { supportErrors } from '../support.errors.js';

export interface CaseFile {
  /** With the operators' names in the place of their ids. */
  readonly found: HandledCase;
  /** What else the same tenant was suspected of, the newest first. */
  readonly others: readonly AbuseCase[];
}

const mostOthers = 20;

/** One case with who handled it, and the tenant's other cases. @clause W12A */
@Injectable()
export class ShowCase {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesStore,
    private readonly operators: Operators,
  ) {}

  /** @throws BusinessError support.no-case */
  execute(id: string): Promise<CaseFile> {
    return this.database.asSystem(async (tx) => {
      const found = await this.cases.read(tx, id);
      if (!found) throw supportErrors.noCase();
      const names = await this.operators.names(tx);
      const nameOf = (operatorId: string | null): string | null =>
        operatorId && (names.get(operatorId) ?? null);
      const others = await this.cases.others(tx, found, mostOthers);
      const { openedBy, decidedBy } = found;
      return {
        found: { ...found, openedBy: nameOf(openedBy), decidedBy: nameOf(decidedBy) },
        others,
      };
    });
  }
}
