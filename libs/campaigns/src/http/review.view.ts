import { AnyObject, Choice, Nested, NestedList, Text, Flag, Whole } from '#platform/http';
import { errorsOf } from '../domain/finding.js';
import type { Reviewed } from '../use-cases/check-campaign.js';

export class TextsView {
  @Text()
  ja!: string;

  @Text()
  en!: string;
}

export class FindingView {
  @Text()
  code!: string;

  @Choice(['error', 'warning'])
  severity!: string;

  @Text()
  field!: string;

  @Nested(() => TextsView)
  messages!: TextsView;
}

/** The check before sending. */
export class ReviewView {
  @Flag({ about: 'Whether it may be sent: no finding is an error' })
  ready!: boolean;

  @Whole({ about: 'Persons who would get it now' })
  recipients!: number;

  @NestedList(() => FindingView)
  findings!: FindingView[];
}

export class PreviewView {
  @Text({ min: 0 })
  subject!: string;

  @Text({ min: 0, multiline: true })
  text!: string;

  @Text({ nullable: true, multiline: true, about: 'Show it in a sandbox: a tenant wrote it' })
  html!: string | null;
}

export class PreviewReaderView {
  @Whole()
  reader!: number;

  @Text({ example: 't***' })
  maskedAddress!: string;

  @AnyObject()
  fields!: Record<string, string | number | null>;
}

export class PreviewReadersView {
  @NestedList(() => PreviewReaderView)
  items!: PreviewReaderView[];
}

export const reviewView = ({ findings, recipients }: Reviewed): ReviewView => ({
  recipients,
  ready: errorsOf(findings).length === 0,
  findings: findings.map(({ code, severity, field, messages }) => ({
    code,
    severity,
    field,
    messages,
  })),
});
