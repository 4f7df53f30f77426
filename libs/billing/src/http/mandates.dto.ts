import { Choice, Instant, ListQuery, NestedList, Text, Uuid, encodeCursor } from '#platform/http';
import { mandateReturnTexts, mandateStates } from '../domain/debit/mandate.js';
import type { MandateState } from '../domain/debit/mandate.js';
import type { Mandate } from '../store/mandates.store.js';
import { HolderAccountDto } from './bank-account.dto.js';

const returnReasons = Object.keys(mandateReturnTexts) as (keyof typeof mandateReturnTexts)[];

export class MandateFormDto extends HolderAccountDto {
  @Text({ max: 40, about: '整理番号 under which the paper is filed', example: 'K-2026-0001' })
  fileNumber!: string;
  @Text({ max: 10, about: 'Day in Japan on which the form arrived', example: '2026-04-01' })
  receivedOn!: string;
}

export class AcceptMandateDto {
  @Text({
    max: 10,
    optional: true,
    about: 'The bank’s day; today when absent',
    example: '2026-04-01',
  })
  activeSince?: string;
}

export class ReturnMandateDto {
  @Choice(returnReasons) reason!: (typeof returnReasons)[number];
}

export class MandatesQuery extends ListQuery {
  @Choice(mandateStates, { optional: true }) state?: MandateState;
}

export class MandateView {
  @Uuid() id!: string;
  @Uuid() tenantId!: string;
  @Choice(mandateStates) state!: string;
  @Text({ nullable: true }) fileNumber!: string | null;
  @Text({ nullable: true, about: 'Masked', example: 'ミツビシUFJ 123 普通 ****345' })
  account!: string | null;
  @Text({ about: '顧客番号 in the bank’s files' }) customerNumber!: string;
  @Instant() requestedAt!: string;
  @Text({ nullable: true }) formReceivedOn!: string | null;
  @Instant({ nullable: true }) submittedAt!: string | null;
  @Text({ nullable: true, about: 'Day in Japan' }) activeSince!: string | null;
  @Instant({ nullable: true }) endedAt!: string | null;
  @Choice(returnReasons, { nullable: true }) returnReason!: string | null;
}

export class MandateListView {
  @NestedList(() => MandateView) items!: MandateView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export const mandateView = (mandate: Mandate): MandateView => ({
  id: mandate.id,
  tenantId: mandate.tenantId,
  state: mandate.state,
  fileNumber: mandate.fileNumber,
  account: mandate.maskedAccount,
  customerNumber: mandate.customerNumber,
  requestedAt: mandate.requestedAt.toISOString(),
  formReceivedOn: mandate.formReceivedOn,
  submittedAt: mandate.submittedAt?.toISOString() ?? null,
  activeSince: mandate.activeSince,
  endedAt: mandate.endedAt?.toISOString() ?? null,
  returnReason: mandate.returnReason,
});

export const mandateListView = (rows: readonly Mandate[], size: number): MandateListView => {
  const items = rows.slice(0, size).map(mandateView);
  const last = items.at(-1);
  const more = rows.length > size && last;
  return { items, nextCursor: more ? encodeCursor({ sort: '', id: last.id }) : null };
};
