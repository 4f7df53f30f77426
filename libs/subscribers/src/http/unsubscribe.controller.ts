import { Public } from '#lib/accounts';
import { Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { subscriberErrors } from '../subscribers.errors.js';
import { OpenUnsubscribeLink } from '../use-cases/open-unsubscribe-link.js';
import { ReadBrand } from '../use-cases/read-brand.js';
import { UnsubscribeByToken } from '../use-cases/unsubscribe-by-token.js';
import { formBody } from './form-body.js';
import { PublicPage } from './public-page.js';
import { ReportLink } from './report-link.js';

/** Leaving: no login, no cookie, also while the tenant's contract rests. Only a POST does it. */
@ApiExcludeController()
@Public()
@Controller()
export class UnsubscribeController {
  constructor(
    private readonly page: PublicPage,
    private readonly openLink: OpenUnsubscribeLink,
    private readonly brands: ReadBrand,
    private readonly unsubscribe: UnsubscribeByToken,
    private readonly reportLink: ReportLink,
  ) {}

  @Get(['u/:token', 'one-click/:token'])
  async ask(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    await this.show(request, response, 'unsubscribe', token);
  }

  @Post('u/:token')
  @HttpCode(200)
  async leave(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const all = formBody(request)['scope'] === 'all';
    await this.end({ token, method: 'page', all });
    await this.show(request, response, 'unsubscribed', token, all);
  }

  /** What mail programs call; whatever the body says or how it is encoded, the URL is the wish. @rfc 8058 §3.2 */
  @Post('one-click/:token')
  @HttpCode(200)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async oneClick(@Param('token') token: string): Promise<string> {
    await this.end({ token, method: 'one-click' });
    return '配信を停止しました。\nYou have been unsubscribed.\n';
  }

  private async end(input: Parameters<UnsubscribeByToken['execute']>[0]): Promise<void> {
    if ((await this.unsubscribe.execute(input)) === 'unknown') throw subscriberErrors.badToken();
  }

  private async show(
    request: Request,
    response: Response,
    template: string,
    token: string,
    all = false,
  ): Promise<void> {
    const link = await this.openLink.execute(token);
    if (!link) throw subscriberErrors.badToken();
    const brand = await this.brands.execute(link.tenantId, link.newsletterId);
    const locale = this.page.localeOf(request);
    const report = this.reportLink.of(brand.tenant, link.campaignId, locale);
    const values = { ...brand, all, report, action: `/u/${token}?lang=${locale}` };
    this.page.show(request, response, template, values);
  }
}
