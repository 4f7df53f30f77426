import { Text } from '#platform/http';

export class ReportDto {
  @Text({ min: 0, max: 100, about: 'The name in URLs of the tenant whose mail it was' })
  sender!: string;

  @Text({ optional: true, min: 0, max: 100, about: 'Which campaign, as the link said it' })
  mail?: string;

  @Text({ optional: true, min: 0, max: 10, about: 'The tenant may learn where to answer' })
  share?: string;

  @Text({ max: 5_000, multiline: true })
  text!: string;

  @Text({ min: 0, max: 254, about: 'Where to answer to; may be empty' })
  email!: string;

  @Text({ min: 0, max: 200, about: 'Stays empty: people do not see it' })
  website!: string;
}

export class ReportQuery {
  @Text({
    optional: true,
    min: 0,
    max: 100,
    about: 'The name in URLs of the tenant whose mail it was',
  })
  sender?: string;

  @Text({ optional: true, min: 0, max: 100, about: 'Which campaign, sealed' })
  mail?: string;

  @Text({ optional: true, min: 0, max: 10, about: 'Language of the page' })
  lang?: string;
}
