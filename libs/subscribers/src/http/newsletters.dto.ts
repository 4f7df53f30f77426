import { Choice, Text } from '#platform/http';
import { Matches } from 'class-validator';

export class CreateNewsletterDto {
  @Text({ max: 40, about: 'Its name in URLs; cannot be changed later', example: 'weekly' })
  @Matches(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/)
  slug!: string;

  @Text({ max: 100, example: '季節のたより' })
  title!: string;

  @Choice(['ja', 'en'], { about: 'The language of its mails' })
  locale!: 'ja' | 'en';
}

export class ChangeNewsletterDto {
  @Text({ max: 100 })
  title!: string;
}

export class UnsubscriptionDto {
  @Text({ max: 300, about: 'The address that the subscriber named' })
  address!: string;
}

export class StatsQuery {
  @Text({
    optional: true,
    max: 10,
    about: 'First day in Japan, 2026-01-01; 30 days back by default',
  })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  from?: string;

  @Text({ optional: true, max: 10, about: 'Last day in Japan; today by default' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  to?: string;
}
