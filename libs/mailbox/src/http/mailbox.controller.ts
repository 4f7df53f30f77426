import { Controller, Get, Header, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Pages } from '#platform/http';
import { localeOf } from '#platform/i18n';
import type { Response } from 'express';
import { Mailbox } from '../mailbox.js';
import { OpenToAnybody } from './access.js';
import { framed, framePolicy } from './framed-html.js';
import { LanguageQuery, MessagePageQuery } from './message-list.dto.js';
import { messageListView } from './message-list.view.js';
import { messageView } from './message.view.js';

const pages = new Pages([`${import.meta.dirname}/pages`]);

/** The mailbox for people. */
@OpenToAnybody()
@ApiExcludeController()
@Controller('mailbox')
export class MailboxController {
  constructor(private readonly mailbox: Mailbox) {}

  @Get()
  async list(
    @Query() query: MessagePageQuery,
    @Headers('accept-language') accepted: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const view = await messageListView(this.mailbox, query);
    pages.send(response, 'list', view, localeOf(query.lang, accepted));
  }

  @Get('mailbox.css')
  @Header('Cache-Control', 'no-cache')
  style(@Res() response: Response): void {
    response.sendFile(`${import.meta.dirname}/assets/mailbox.css`);
  }

  @Get('messages/:id')
  async show(
    @Param('id') id: string,
    @Query() { lang }: LanguageQuery,
    @Headers('accept-language') accepted: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const view = messageView(this.mailbox.get(id), await this.mailbox.open(id), lang);
    pages.send(response, 'message', view, localeOf(lang, accepted));
  }

  /** The HTML part alone, for the frame in the page. Its author is a stranger. */
  @Get('messages/:id/html')
  @Header('Content-Security-Policy', framePolicy)
  @Header('Cache-Control', 'no-store')
  async html(@Param('id') id: string, @Res() response: Response): Promise<void> {
    response.type('html').send(framed((await this.mailbox.open(id)).html));
  }
}
