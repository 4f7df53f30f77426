import { Choice, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import { signUpChannels } from '../domain/opt-in.js';
import type { NewsletterRow } from '../store/newsletter.row.js';
import type { NewsletterStats } from '../use-cases/read-newsletters.js';

export class NewsletterView {
  @Uuid()
  id!: string;

  @Text()
  slug!: string;

  @Text()
  title!: string;

  @Text({ about: 'What stands in List-Id' })
  listId!: string;

  @Choice(['ja', 'en'])
  locale!: 'ja' | 'en';

  @Whole({ nullable: true, about: 'Version of the form that is shown; null before the first' })
  publishedForm!: number | null;

  @Whole({ min: 1 })
  version!: number;

  @Instant()
  createdAt!: string;
}

export const newsletterView = (row: NewsletterRow): NewsletterView => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  listId: row.listId,
  locale: row.locale,
  publishedForm: row.publishedForm,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

export class NewsletterListView {
  @NestedList(() => NewsletterView)
  items!: NewsletterView[];

  @Text({ nullable: true })
  nextCursor!: string | null;
}

class DayOfChangesView {
  @Text({ about: 'Day in Japan' })
  day!: string;

  @Whole()
  joined!: number;

  @Whole()
  left!: number;

  @Whole()
  removed!: number;
}

/** Numbers only. @clause W17.4 */
export class NewsletterStatsView {
  @Whole({ about: 'Who reads it now' })
  active!: number;

  @Whole({ about: 'Who has not confirmed yet' })
  pending!: number;

  @NestedList(() => DayOfChangesView, { about: 'Days on which something changed' })
  days!: DayOfChangesView[];
}

export const newsletterStatsView = ({
  active,
  pending,
  days,
}: NewsletterStats): NewsletterStatsView => ({ active, pending, days: [...days] });

export class SourceView {
  @Choice(signUpChannels)
  channel!: string;

  @Whole()
  joined!: number;
}

export class SourcesView {
  @NestedList(() => SourceView)
  items!: readonly SourceView[];
}

export class SnippetView {
  @Text({ max: 100_000, multiline: true, about: 'HTML to put into a page of your own' })
  html!: string;
}

/** The same whether the address was registered or not. @clause W17.4 */
export class UnsubscriptionView {
  @Text({ about: 'received' })
  status!: 'received';
}
