import { Instant, Nested, NestedList, Text, Whole } from '#platform/http';
import type { FormVersionRow } from '../store/form-version.row.js';
import { FormContentDto } from './forms.dto.js';

export class FormVersionView {
  @Whole({ min: 1, about: 'Counts the versions of this form' })
  number!: number;

  @Instant({ nullable: true, about: 'Null for the draft' })
  publishedAt!: string | null;

  @Text({ nullable: true, about: 'SHA-256 of the published content, hexadecimal' })
  textHash!: string | null;

  @Nested(() => FormContentDto)
  content!: FormContentDto;
}

export const formVersionView = (row: FormVersionRow): FormVersionView => ({
  number: row.number,
  publishedAt: row.publishedAt?.toISOString() ?? null,
  textHash: row.textHash?.toString('hex') ?? null,
  content: row.content as FormContentDto,
});

export class FormVersionListView {
  @NestedList(() => FormVersionView)
  items!: FormVersionView[];

  @Text({ nullable: true })
  nextCursor!: string | null;
}
