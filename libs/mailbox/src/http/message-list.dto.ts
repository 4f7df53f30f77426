import { Text, Whole } from '#platform/http';

/** Query of the page that lists messages. */
export class MessagePageQuery {
  @Text({ optional: true, min: 0, max: 320, about: 'Part of a recipient' })
  search?: string;

  @Whole({ optional: true, min: 1, max: 20_000 })
  page?: number;

  @Text({ optional: true, min: 0, max: 10 })
  lang?: string;
}

/** Query of the pages about one message. */
export class LanguageQuery {
  @Text({ optional: true, min: 0, max: 10 })
  lang?: string;
}

/** Query of the API's list. */
export class MessageListQuery {
  @Text({ optional: true, max: 320, about: 'A whole recipient, in any letter case' })
  to?: string;

  @Whole({ optional: true, min: 1, max: 1000, about: 'How many; 100 by default' })
  limit?: number;

  @Whole({ optional: true, max: 20_000, about: 'How many of the newest to leave out' })
  skip?: number;
}
