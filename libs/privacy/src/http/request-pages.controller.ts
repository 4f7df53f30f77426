import { Public, Tenants } from '#lib/accounts';
import { Pages } from '#platform/http';
import { localeOf } from '#platform/i18n';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { packageJson } from '../documents/package-json.js';
import { packagePdf } from '../documents/package-pdf.js';
import { kindTexts } from '../domain/kind-texts.js';
import { requestKinds } from '../domain/request.js';
import { ConfirmIdentity } from '../use-cases/confirm-identity.js';
import { GatherPackage } from '../use-cases/gather-package.js';
import { ReadRequests } from '../use-cases/read-requests.js';
import { RequestData } from '../use-cases/request-data.js';
import {
  FetchDto,
  RequestFormDto,
  RequestPageQuery,
  TokenDto,
  TokenQuery,
} from './requests.dto.js';

const localeFor = (request: Request) =>
  localeOf(request.query['lang'], request.headers['accept-language']);

/** For the public: to ask about data held on oneself, to prove who one is, to fetch the answer. No JavaScript needed. */
@ApiExcludeController()
@Public()
@Controller('privacy')
export class RequestPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly tenants: Tenants,
    private readonly requesting: RequestData,
    private readonly confirming: ConfirmIdentity,
    private readonly gathering: GatherPackage,
    private readonly reading: ReadRequests,
  ) {}

  @Get('request')
  async form(
    @Req() request: Request,
    @Res() response: Response,
    @Query() { sender = '' }: RequestPageQuery,
  ): Promise<void> {
    const locale = localeFor(request);
    const kinds = requestKinds.map((code) => ({ code, text: kindTexts[code][locale] }));
    const tenant = sender === '' ? undefined : await this.tenants.bySlug(sender);
    const fees = await this.reading.fees();
    this.show(request, response, 'privacy-request', { kinds, sender: tenant, fees });
  }

  @Post('request')
  @HttpCode(200)
  async take(
    @Req() request: Request,
    @Res() response: Response,
    @Body() { website, ...form }: RequestFormDto,
  ): Promise<void> {
    // A box that people do not see was filled in: a program did it, and learns nothing.
    if (website === '') {
      const { kind, subject, sender, name, address, format, postalAddress, details } = form;
      const asked = { kind, subject, sender, name, address, format, postalAddress, details };
      await this.requesting.execute({ ...asked, locale: localeFor(request), ip: request.ip ?? '' });
    }
    this.show(request, response, 'privacy-requested', {});
  }

  @Get('confirm')
  async ask(
    @Req() request: Request,
    @Res() response: Response,
    @Query() { token }: TokenQuery,
  ): Promise<void> {
    const found = await this.confirming.show(token);
    const kind = found && kindTexts[found.kind][localeFor(request)];
    this.show(request, response, 'privacy-confirm', { token, kind, isDone: false });
  }

  @Post('confirm')
  @HttpCode(200)
  async confirm(
    @Req() request: Request,
    @Res() response: Response,
    @Body() { token }: TokenDto,
  ): Promise<void> {
    const isDone = await this.confirming.execute(token);
    this.show(request, response, 'privacy-confirm', { isDone });
  }

  @Get('answer')
  answer(@Req() request: Request, @Res() response: Response, @Query() { token }: TokenQuery): void {
    this.show(request, response, 'privacy-answer', { token });
  }

  @Post('answer')
  @HttpCode(200)
  async fetch(
    @Req() request: Request,
    @Res() response: Response,
    @Body() { token, as }: FetchDto,
  ): Promise<void> {
    const found = await this.gathering.byLink(token);
    if (!found) {
      this.show(request, response, 'privacy-answer', { isGone: true });
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    response.attachment(`personal-data.${as}`);
    response.send(as === 'pdf' ? await packagePdf(found, 'Hikyaku') : packageJson(found));
  }

  private show(request: Request, response: Response, template: string, values: object): void {
    const locale = localeFor(request);
    const otherLocale = locale === 'ja' ? 'en' : 'ja';
    this.pages.send(response, template, { ...values, otherLocale }, locale);
  }
}
