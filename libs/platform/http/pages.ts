import { formatJst } from '#lib/kernel';
import type { Locale } from '#lib/kernel';
import type { Response } from 'express';
import { Liquid } from 'liquidjs';

/**
 * Server-rendered pages for the public: Liquid templates in which every value is escaped. `{{ 'text' | t: 'English' }}`
 * gives the first in Japanese and the second in English.
 */
export class Pages {
  private readonly engine: Liquid;

  /** @param folders where templates are looked up; a name is unique over all of them */
  constructor(folders: readonly string[]) {
    this.engine = new Liquid({
      root: [...folders],
      layouts: [...folders],
      partials: [...folders],
      extname: '.liquid',
      cache: true,
      outputEscape: 'escape',
      ownPropertyOnly: true,
    });
    this.engine.registerFilter(
      't',
      function (this: { context: { getSync(path: string[]): unknown } }, ja: string, en: string) {
        return this.context.getSync(['locale']) === 'en' ? en : ja;
      },
    );
    this.engine.registerFilter(
      'jst',
      function (this: { context: { getSync(path: string[]): unknown } }, at: Date | string) {
        return formatJst(new Date(at), this.context.getSync(['locale']) === 'en' ? 'en' : 'ja');
      },
    );
  }

  render(template: string, values: object, locale: Locale): string {
    return this.engine.renderFileSync(template, { ...values, locale }) as string;
  }

  /** Sends a page that no cache keeps and that tells no other site where the reader came from. */
  send(response: Response, template: string, values: object, locale: Locale): void {
    response
      .type('html')
      .setHeader('Cache-Control', 'no-store')
      .setHeader('Content-Language', locale)
      .send(this.render(template, values, locale));
  }
}
