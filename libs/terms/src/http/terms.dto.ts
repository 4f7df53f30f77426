import { PlainDate } from '#lib/kernel';
import { Choice, Flag, Nested, Text } from '#platform/http';
import { documentKinds } from '../domain/terms-document.js';
import type { DocumentKind } from '../domain/terms-document.js';
import { impacts } from '../domain/terms-version.js';
import type { Impact } from '../domain/terms-version.js';
import type { DraftText } from '../domain/version-record.js';
import { termsErrors } from '../terms.errors.js';

export const longestText = 200_000;

export class DraftTextDto {
  @Text({ max: longestText, multiline: true, about: 'The provisions, in Markdown' })
  body!: string;

  @Text({ nullable: true, max: 5_000, multiline: true, about: 'Further supplementary provisions' })
  supplement!: string | null;

  @Text({ max: 2_000, multiline: true, about: 'What changes and why, for those who are told' })
  summary!: string;

  @Choice(impacts, {
    about: 'An adverse change takes effect 30 days after publication at the earliest',
  })
  impact!: Impact;

  @Flag({ about: 'Whether people are told by a banner' })
  isMaterial!: boolean;
}

export class TitleDto {
  @Text() ja!: string;
  @Text() en!: string;
}

export class NewDocumentDto {
  @Text({ max: 60, about: 'Its name in URLs', example: 'service-terms' })
  slug!: string;

  @Choice(documentKinds)
  kind!: DocumentKind;

  @Nested(() => TitleDto)
  title!: TitleDto;

  @Text({ max: 20, about: 'What it calls itself in its supplementary provisions', example: '規約' })
  noun!: string;

  @Nested(() => DraftTextDto)
  text!: DraftTextDto;
}

export class ApproveDto {
  @Text({ min: 64, max: 64, about: 'The hash of the text that was looked at' })
  hash!: string;
}

export class PublishDto {
  @Text({ max: 10, about: 'Day in Japan from whose 00:00 it binds', example: '2026-04-01' })
  effectiveOn!: string;
}

export const draftTextOf = (dto: DraftTextDto): DraftText => ({
  body: dto.body,
  supplement: dto.supplement,
  summary: dto.summary,
  impact: dto.impact,
  isMaterial: dto.isMaterial,
});

/** @throws BusinessError terms.bad-date */
export const dayOf = (text: string): PlainDate => {
  try {
    return PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw termsErrors.badDate({ field: 'effectiveOn' });
  }
};
