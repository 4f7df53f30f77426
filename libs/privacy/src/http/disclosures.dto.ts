import { dataClasses } from '#lib/kernel';
import type { DataClass } from '#lib/kernel';
import {
  Choice,
  Instant,
  ListQuery,
  NestedList,
  Text,
  Texts,
  Uuid,
  Uuids,
  Whole,
} from '#platform/http';
import type { PageOf } from '#platform/http';
import { disclosureBases, recipientKinds } from '../domain/disclosure.js';
import type { Disclosure, DisclosureBasis, RecipientKind } from '../domain/disclosure.js';
import type { Processor } from '../domain/processor.js';

const bases = Object.keys(disclosureBases) as DisclosureBasis[];
const classesOf = { values: dataClasses, max: dataClasses.length } as const;

export class DisclosureDto {
  @Text({ max: 200 }) recipient!: string;
  @Choice(recipientKinds, { about: 'Requests of authorities wait for a second person' })
  recipientKind!: RecipientKind;
  @Choice(bases) basis!: DisclosureBasis;
  @Text({ max: 500, about: 'Clause, law, order of the court' }) ground!: string;
  @Texts(classesOf) classes!: DataClass[];
  @Text({ max: 1_000, multiline: true, about: 'Which data; no names' }) what!: string;
  @Whole({ max: 100_000_000, about: 'How many people it is about' }) persons!: number;
  @Uuids({ max: 1_000, about: 'Whose data it is' }) tenantIds!: string[];
}

export class DisclosureDecisionDto {
  @Choice(['given', 'declined']) decision!: 'given' | 'declined';
}

export class DisclosuresQuery extends ListQuery {
  @Choice(recipientKinds, { optional: true }) recipientKind?: RecipientKind;
  @Uuid({ optional: true }) tenantId?: string;
}

export class DisclosureView {
  @Uuid() id!: string;
  @Instant() at!: string;
  @Text({ max: 200 }) recipient!: string;
  @Choice(recipientKinds) recipientKind!: string;
  @Choice(bases) basis!: string;
  @Text({ max: 500 }) ground!: string;
  @Texts(classesOf) classes!: string[];
  @Text({ max: 1_000, multiline: true }) what!: string;
  @Whole() persons!: number;
  @Uuids({ max: 100_000 }) tenantIds!: string[];
  @Text({ nullable: true, about: 'What of the platform it was; null when entered by hand' })
  source!: string | null;
  @Uuid({ nullable: true }) enteredBy!: string | null;
  @Choice(['proposed', 'given', 'declined']) state!: string;
  @Uuid({ nullable: true }) decidedBy!: string | null;
  @Instant({ nullable: true }) decidedAt!: string | null;
}

export class DisclosuresView {
  @NestedList(() => DisclosureView) items!: DisclosureView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export class ProcessorDto {
  @Text({ max: 200 }) name!: string;
  @Text({ max: 500 }) service!: string;
  @Text({ min: 2, max: 2, example: 'JP', about: 'Where the data is' }) country!: string;
  @Texts(classesOf) classes!: DataClass[];
  @Text({ max: 2_000, multiline: true }) safeguards!: string;
  @Text({ min: 0, max: 500, about: 'On what terms others may be given the work' })
  redelegation!: string;
  @Text({ max: 10, example: '2026-04-01' }) since!: string;
  @Text({ nullable: true, max: 10, example: '2027-03-31' }) until!: string | null;
  @Text({ nullable: true, max: 10, example: '2026-10-01' }) auditedOn!: string | null;
}

export class ProcessorView extends ProcessorDto {
  @Uuid() id!: string;
}

export class ProcessorsView {
  @NestedList(() => ProcessorView) items!: ProcessorView[];
}

export class CreatedEntryView {
  @Uuid() id!: string;
}

export const disclosuresView = ({ items, nextCursor }: PageOf<Disclosure>): DisclosuresView => ({
  items: items.map(({ at, decidedAt, classes, tenantIds, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    classes: [...classes],
    tenantIds: [...tenantIds],
  })),
  nextCursor,
});

export const processorView = ({ classes, ...processor }: Processor): ProcessorView => ({
  ...processor,
  classes: [...classes],
});

export const processorOf = ({
  name,
  service,
  country,
  classes,
  safeguards,
  redelegation,
  since,
  until,
  auditedOn,
}: ProcessorDto): Omit<Processor, 'id'> => ({
  ...{ name, service, country, classes, safeguards, redelegation, since, until, auditedOn },
});
