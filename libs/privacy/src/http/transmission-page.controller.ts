import { Public, cookieName, cookies } from '#lib/accounts';
import { Config } from '#platform/config';
import { Pages, contentPolicy, foreignPlaces } from '#platform/http';
import { localeOf } from '#platform/i18n';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { transmissionsTo } from '../domain/external-transmission.js';

/** For the public: what browsers are made to send elsewhere, and which cookies there are. @clause §4.3, P4-4 */
@ApiExcludeController()
@Public()
@Controller('external-transmission')
export class TransmissionPageController {
  private readonly isSecure: boolean;

  constructor(
    private readonly pages: Pages,
    config: Config,
  ) {
    this.isSecure = config.publicUrl.startsWith('https:');
  }

  @Get()
  show(@Req() request: Request, @Res() response: Response): void {
    const locale = localeOf(request.query['lang'], request.headers['accept-language']);
    const listed = Object.values(cookies).map((cookie) => ({
      name: cookieName(cookie, this.isSecure),
      days: cookie.days,
      purpose: cookie.purpose,
    }));
    this.pages.send(
      response,
      'external-transmission',
      {
        transmissions: transmissionsTo(foreignPlaces(contentPolicy)),
        cookies: listed,
        otherLocale: locale === 'ja' ? 'en' : 'ja',
      },
      locale,
    );
  }
}
