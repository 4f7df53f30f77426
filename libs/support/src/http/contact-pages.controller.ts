import { Public, Tenants } from '#lib/accounts';
import { Pages } from '#platform/http';
import { localeOf } from '#platform/i18n';
import { Secrets, openReference } from '#platform/secrets';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Ask } from '../use-cases/ask.js';
import { KeepDesk } from '../use-cases/keep-desk.js';
import { ReportDto, ReportQuery } from './report.dto.js';

/** For the public: how the provider is reached, and a form to report unwanted mail. Works without JavaScript. */
@ApiExcludeController()
@Public()
@Controller()
export class ContactPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: KeepDesk,
    private readonly asking: Ask,
    private readonly tenants: Tenants,
    private readonly secrets: Secrets,
  ) {}

  @Get('contact')
  async contact(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.show(request, response, 'contact', { desk: await this.desk.read() });
  }

  @Get('report')
  async report(
    @Req() request: Request,
    @Res() response: Response,
    @Query() query: ReportQuery,
  ): Promise<void> {
    const { sender, mail = '' } = query;
    const about = await this.sender(sender);
    const isAboutCampaign = this.campaignOf(about, mail) !== null;
    this.show(request, response, 'report', { sender: about, mail, isAboutCampaign });
  }

  @Post('report')
  @HttpCode(200)
  async take(
    @Req() request: Request,
    @Res() response: Response,
    @Body() form: ReportDto,
  ): Promise<void> {
    const sender = await this.sender(form.sender);
    const subject = sender ? `迷惑メールの報告: ${sender.name}` : '迷惑メールの報告';
    // A box that people do not see was filled in: a program did it, and learns nothing.
    if (form.website === '')
      await this.asking.byForm({
        box: 'abuse',
        tenantId: sender?.id ?? null,
        campaignId: this.campaignOf(sender, form.mail ?? ''),
        mayShareAddress: form.share === 'yes' && form.email !== '',
        subject,
        text: form.text,
        fromName: '',
        fromAddress: form.email,
        ip: request.ip ?? '',
      });
    this.show(request, response, 'reported', {});
  }

  private async sender(slug = '') {
    return slug === '' ? undefined : this.tenants.bySlug(slug);
  }

  /** The campaign that a link of ours named; null for anything else. */
  private campaignOf(sender: { readonly id: string } | undefined, mail: string): string | null {
    return (sender && openReference(this.secrets, 'report', sender.id, mail)) ?? null;
  }

  private show(request: Request, response: Response, template: string, values: object): void {
    const locale = localeOf(request.query['lang'], request.headers['accept-language']);
    const otherLocale = locale === 'ja' ? 'en' : 'ja';
    this.pages.send(response, template, { ...values, otherLocale }, locale);
  }
}
