import { AnyObject, Choice, Flag, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import { OmitType } from '@nestjs/swagger';
import { draftFormats } from '../domain/draft-kinds.js';
import type { Template } from '../domain/template.js';
import { DraftDto } from './campaign.dto.js';

class TemplateContentDto extends OmitType(DraftDto, [
  'newsletterIds',
  'segmentId',
  'condition',
  'tracking',
  'category',
] as const) {}

export class NewTemplateDto extends TemplateContentDto {
  @Text({ max: 100 })
  name!: string;
}

export class ChangeTemplateDto extends TemplateContentDto {
  @Text({ optional: true, max: 100 })
  name?: string;
}

export class TemplateNameDto {
  @Text({ max: 100 })
  name!: string;
}

export class TemplateLineView {
  @Uuid()
  id!: string;

  @Whole()
  version!: number;

  @Text()
  name!: string;

  @Text({ min: 0 })
  subject!: string;

  @Choice(draftFormats)
  format!: string;

  @Instant()
  createdAt!: string;

  @Instant()
  updatedAt!: string;
}

export class TemplatesView {
  @NestedList(() => TemplateLineView, { max: 500 })
  items!: TemplateLineView[];
}

export class TemplateView extends TemplateLineView {
  @Text({ min: 0 })
  preheader!: string;

  @Text({ min: 0, multiline: true })
  text!: string;

  @Text({ nullable: true, multiline: true })
  html!: string | null;

  @Text({ nullable: true, multiline: true })
  mjml!: string | null;

  @AnyObject({ nullable: true })
  blocks!: object | null;

  @Flag()
  ownFooter!: boolean;
}

const lineOf = (
  template: Template,
): { readonly [K in keyof TemplateLineView]: TemplateLineView[K] } => ({
  id: template.id,
  version: template.version,
  name: template.name,
  subject: template.content.subject,
  format: template.content.format,
  createdAt: template.createdAt.toISOString(),
  updatedAt: template.updatedAt.toISOString(),
});

export const templateLineView: (template: Template) => TemplateLineView = lineOf;

export const templateView = (template: Template): TemplateView => ({
  ...template.content,
  ...lineOf(template),
});
