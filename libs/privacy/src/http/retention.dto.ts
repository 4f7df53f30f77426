import { dataClasses } from '#lib/kernel';
import type { DataClass } from '#lib/kernel';
import {
  AnyObject,
  Choice,
  Flag,
  Instant,
  ListQuery,
  NestedList,
  Text,
  Uuid,
  Whole,
  Texts,
} from '#platform/http';
import { consentTerms } from '../domain/consent-term.js';
import type { ConsentTerm } from '../domain/consent-term.js';

export class MatrixLineView {
  @Choice(dataClasses) class!: DataClass;
  @Choice(['contract-end', 'record', 'last-mail', 'fiscal-year-end']) from!: string;
  @Text({ about: '`P7D`, `P6M`' }) period!: string;
  @Choice(['delete-and-destroy-key', 'delete', 'delete-and-blank', 'keep']) ending!: string;
  @Text({ max: 500 }) textJa!: string;
  @Text({ max: 500 }) textEn!: string;
  @Text({ max: 500 }) basis!: string;
  @Texts({ about: 'Tables that carry the class out, as their libraries say', max: 500 })
  tables!: string[];
}

export class MatrixView {
  @NestedList(() => MatrixLineView) items!: MatrixLineView[];
}

export class DueTenantView {
  @Uuid() tenantId!: string;
  @Text() tenantName!: string;
  @Choice(['A', 'B'], { about: 'A: kept for its service; B: kept on the tenant itself' })
  class!: string;
  @Text({ about: 'The first day on whose night it goes' }) from!: string;
  @Text({ nullable: true, about: 'The last day on which it may still be there' })
  by!: string | null;
  @Choice(['waiting', 'due', 'late']) standing!: string;
  @Flag({ about: 'Nothing is owed in either direction; B waits for it' }) isSettled!: boolean;
  @Flag({ about: 'A legal hold keeps it' }) isHeld!: boolean;
}

export class DueTenantsView {
  @NestedList(() => DueTenantView) items!: DueTenantView[];
}

export class DueRowsView {
  @Text() table!: string;
  @Choice(dataClasses) class!: DataClass;
  @Whole() rows!: number;
}

export class DueCountsView {
  @NestedList(() => DueRowsView) items!: DueRowsView[];
}

export class DueQuery {
  @Choice(['A', 'B'], { optional: true, about: 'A unless said otherwise' }) class?: 'A' | 'B';
}

export class ErasureStateView {
  @Text({ nullable: true, about: 'The latest night that was begun' }) day!: string | null;
  @Instant({ nullable: true }) startedAt!: string | null;
  @Instant({ nullable: true, about: 'Null while something is left to erase' })
  finishedAt!: string | null;
  @Texts({ about: 'What the last try could not erase: tables, ids of tenants', max: 500 })
  failed!: string[];
  @Flag({ about: 'It failed, or was not begun: operators were told by mail' }) isStuck!: boolean;
  @Whole({ about: 'Whose data are there past the last day, although nothing holds them' })
  lateTenants!: number;
}

export class CertificateQuery extends ListQuery {
  @Uuid({ optional: true }) tenantId?: string;
}

export class CertificateLineView {
  @Text({ about: 'A table, or the name of another thing' }) rule!: string;
  @Whole() count!: number;
}

export class CertificateView {
  @Uuid() id!: string;
  @Whole({ about: 'From 1 on, without a gap' }) no!: number;
  @Text({ about: 'The day in Japan' }) day!: string;
  @Uuid({ nullable: true, about: 'Null for what belonged to no tenant' }) tenantId!: string | null;
  @Text({ nullable: true }) tenantName!: string | null;
  @Choice(dataClasses) class!: DataClass;
  @NestedList(() => CertificateLineView) lines!: CertificateLineView[];
  @Instant() issuedAt!: string;
  @Text({ min: 0, about: 'Digest of the certificate before; empty for the first' })
  previous!: string;
  @Text({ about: 'SHA-256 in hexadecimal' }) digest!: string;
  @Flag({ about: 'It says what it said when the digest was made' }) isGenuine!: boolean;
}

export class CertificatesView {
  @NestedList(() => CertificateView) items!: CertificateView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export class BrokenLinkView {
  @Whole({ about: 'Number of the certificate' }) no!: number;
}

export class ChainView {
  @Whole() certificates!: number;
  @Text({ min: 0, about: 'The last digest: write it down elsewhere' }) head!: string;
  @NestedList(() => BrokenLinkView, { about: 'Where the chain is not what was written' })
  broken!: BrokenLinkView[];
}

export class HoldDto {
  @Uuid({ nullable: true, about: 'All of a tenant; or else a request' }) tenantId!: string | null;
  @Uuid({ nullable: true, about: 'What this request wants erased' }) requestId!: string | null;
  @Text({ max: 2_000, multiline: true }) reason!: string;
}

export class HoldReasonDto {
  @Text({ max: 2_000, multiline: true }) reason!: string;
}

export class HoldView {
  @Uuid() id!: string;
  @Uuid({ nullable: true }) tenantId!: string | null;
  @Uuid({ nullable: true }) requestId!: string | null;
  @Text({ max: 2_000, multiline: true }) reason!: string;
  @Uuid({ nullable: true }) setBy!: string | null;
  @Instant() setAt!: string;
  @Text({ nullable: true, max: 2_000, multiline: true }) liftReason!: string | null;
  @Uuid({ nullable: true }) liftAskedBy!: string | null;
  @Instant({ nullable: true }) liftAskedAt!: string | null;
  @Uuid({ nullable: true }) liftedBy!: string | null;
  @Instant({ nullable: true }) liftedAt!: string | null;
}

export class HoldsView {
  @NestedList(() => HoldView) items!: HoldView[];
}

export class CreatedHoldView {
  @Uuid() id!: string;
}

export class ConsentTermDto {
  @Choice(consentTerms, {
    about:
      'After the last mail: the law’s month, a year under an order, three for mail-order sellers',
  })
  term!: ConsentTerm;
  @Text({ max: 500 }) reason!: string;
}

export class ClaimDto {
  @Text({ max: 500, about: 'The address that somebody says is theirs; it is written down nowhere' })
  address!: string;
}

export class ProofView {
  @Text() newsletter!: string;
  @Text() method!: string;
  @Text() channel!: string;
  @Instant() at!: string;
  @Instant({ nullable: true }) requestedAt!: string | null;
  @Text({ nullable: true }) ip!: string | null;
  @Text({ nullable: true }) requestIp!: string | null;
  @Whole({ nullable: true }) formNumber!: number | null;
  @Text({ nullable: true, about: 'SHA-256 of the text agreed to' }) formHash!: string | null;
  @AnyObject({ nullable: true, about: 'The form as it was then' }) form!: unknown;
  @Text({ nullable: true, about: 'The last day it is kept; null while the person reads' })
  keepUntil!: string | null;
}

export class ProofsView {
  @NestedList(() => ProofView) items!: ProofView[];
}
