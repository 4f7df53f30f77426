import { Nested, Text } from '#platform/http';
import type { LegalDisplay, SenderProfile } from '../domain/sender-profile.js';

class LegalDisplayDto {
  @Text({ max: 200, about: 'Name or title of the sender' }) name!: string;
  @Text({ max: 300 }) postalAddress!: string;
  @Text({ max: 300, about: 'Phone number, mail address or URL for complaints and questions' })
  contact!: string;
  @Text({
    optional: true,
    nullable: true,
    max: 200,
    about: 'Who is responsible, if not the sender',
  })
  responsibleParty?: string | null;
}

export class SenderProfileDto {
  @Text({ max: 100, about: 'Shown as the sender of mails' }) senderName!: string;
  @Text({ max: 254 }) fromAddress!: string;
  @Text({ optional: true, nullable: true, max: 254 }) replyToAddress?: string | null;
  @Nested(() => LegalDisplayDto, {
    optional: true,
    nullable: true,
    about: 'What the mail act wants displayed; needed before a campaign is scheduled',
  })
  legal?: LegalDisplayDto | null;
}

class LegalDisplayView {
  @Text() name!: string;
  @Text() postalAddress!: string;
  @Text() contact!: string;
  @Text({ nullable: true }) responsibleParty!: string | null;
}

export class SenderProfileView {
  @Text() senderName!: string;
  @Text() fromAddress!: string;
  @Text({ nullable: true }) replyToAddress!: string | null;
  @Nested(() => LegalDisplayView, { nullable: true }) legal!: LegalDisplayView | null;
}

export const profileOf = (dto: SenderProfileDto): SenderProfile => ({
  senderName: dto.senderName,
  fromAddress: dto.fromAddress,
  replyToAddress: dto.replyToAddress ?? null,
  legal: dto.legal ? legalDisplayOf(dto.legal) : null,
});

const legalDisplayOf = (dto: LegalDisplayDto): LegalDisplay => ({
  name: dto.name,
  postalAddress: dto.postalAddress,
  contact: dto.contact,
  responsibleParty: dto.responsibleParty ?? null,
});
