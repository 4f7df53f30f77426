import { Choice, Flag, Instant, NestedList, Text, Texts, Uuid, Whole } from '#platform/http';
import { breachDeadlines, breachKinds } from '../domain/breach.js';
import type { BreachKind } from '../domain/breach.js';
import { breachSteps } from '../store/breaches.store.js';
import type { Breach, BreachStep } from '../store/breaches.store.js';

export class BreachDto {
  @Instant({ about: 'When the provider learned of it: deadlines run from here' }) knownAt!: string;
  @Text({ max: 5_000, multiline: true, about: 'Tenants read it: no names, no addresses' })
  summary!: string;
  @Text({ nullable: true, max: 5_000, multiline: true }) cause!: string | null;
  @Text({ nullable: true, max: 5_000, multiline: true }) measures!: string | null;
  @Choice(breachKinds, { about: 'The gravest that applies' }) kind!: BreachKind;
  @Flag({ about: 'Somebody meant it' }) isMalicious!: boolean;
  @Whole({ max: 100_000_000 }) persons!: number;
  @Flag({ about: 'What got out can not be read' }) wasEncrypted!: boolean;
}

export class BreachCountDto {
  @Uuid() tenantId!: string;
  @Whole({ max: 100_000_000, about: 'People of this tenant it concerns' }) persons!: number;
}

export class BreachStepDto {
  @Choice(breachSteps) step!: BreachStep;
}

export class BreachTenantView {
  @Uuid() tenantId!: string;
  @Whole() persons!: number;
  @Instant({ nullable: true }) toldAt!: string | null;
}

export class BreachView {
  @Uuid() id!: string;
  @Instant() knownAt!: string;
  @Text({ max: 5_000, multiline: true }) summary!: string;
  @Text({ nullable: true, max: 5_000, multiline: true }) cause!: string | null;
  @Text({ nullable: true, max: 5_000, multiline: true }) measures!: string | null;
  @Texts() kinds!: string[];
  @Whole() persons!: number;
  @Flag() wasEncrypted!: boolean;
  @Instant({ nullable: true, about: 'Null when nothing need be reported' })
  firstReportBy!: string | null;
  @Instant({ nullable: true }) fullReportBy!: string | null;
  @Instant() tenantsToldBy!: string;
  @Instant({ nullable: true }) firstReportedAt!: string | null;
  @Instant({ nullable: true }) fullyReportedAt!: string | null;
  @Instant({ nullable: true }) personsToldAt!: string | null;
  @Instant({ nullable: true }) closedAt!: string | null;
  @NestedList(() => BreachTenantView) tenants!: BreachTenantView[];
}

export class BreachesView {
  @NestedList(() => BreachView) items!: BreachView[];
}

export class CreatedBreachView {
  @Uuid() id!: string;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const breachView = (breach: Breach): BreachView => {
  const { firstReportBy, fullReportBy, tenantsToldBy } = breachDeadlines(breach);
  const { id, summary, cause, measures, kinds, persons, wasEncrypted } = breach;
  return {
    ...{ id, summary, cause, measures, persons, wasEncrypted, kinds: [...kinds] },
    knownAt: breach.knownAt.toISOString(),
    firstReportBy: iso(firstReportBy),
    fullReportBy: iso(fullReportBy),
    tenantsToldBy: tenantsToldBy.toISOString(),
    firstReportedAt: iso(breach.firstReportedAt),
    fullyReportedAt: iso(breach.fullyReportedAt),
    personsToldAt: iso(breach.personsToldAt),
    closedAt: iso(breach.closedAt),
    tenants: breach.tenants.map(({ tenantId, persons: number, toldAt }) => ({
      tenantId,
      persons: number,
      toldAt: toldAt === null ? null : new Date(toldAt).toISOString(),
    })),
  };
};
