import { Choice, Flag, ListQuery, Text } from '#platform/http';

export class InquiryQuery extends ListQuery {
  @Choice(['open', 'overdue', 'all'], { optional: true, about: 'open by default' })
  state?: 'open' | 'overdue' | 'all';
}

export class ForwardDto {
  @Text({ max: 5_000, multiline: true, about: 'What the tenant reads: your words, no address' })
  text!: string;

  @Flag({ about: 'Tell where to answer; only when the complainant agreed' })
  withAddress!: boolean;
}

export class AnswerDto {
  @Text({ max: 20_000, multiline: true }) text!: string;
}

export class QuestionDto {
  @Text({ max: 200 }) subject!: string;
  @Text({ max: 20_000, multiline: true }) text!: string;
  @Choice(['support', 'privacy'], { about: 'privacy: about personal data' })
  box!: 'support' | 'privacy';
  @Flag({ about: 'A complaint is answered sooner' }) isComplaint!: boolean;
}
