import { Public } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Pages } from '#platform/http';
import { localeOf } from '#platform/i18n';
import {
  Controller,
  Get,
  Header,
  Param,
  ParseIntPipe,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { comparisonPdf } from '../documents/comparison-pdf.js';
import { htmlOf } from '../documents/markdown.js';
import { isPublished } from '../domain/version-record.js';
import { termsErrors } from '../terms.errors.js';
import { CompareVersions } from '../use-cases/compare-versions.js';
import { ReadTerms } from '../use-cases/read-terms.js';

/** What is public about terms and policies: every version, and what each changed. @clause W3.3 */
@ApiExcludeController()
@Public()
@Controller('terms')
export class TermsPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly terms: ReadTerms,
    private readonly comparing: CompareVersions,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const documents = (await this.terms.all()).filter((d) => d.inForce ?? d.upcoming);
    this.show(request, response, 'terms-list', { documents });
  }

  @Get(':slug')
  async current(
    @Req() request: Request,
    @Res() response: Response,
    @Param('slug') slug: string,
  ): Promise<void> {
    const { inForce, upcoming } = await this.terms.one(slug);
    const version = inForce ?? upcoming;
    if (!version) throw termsErrors.noVersion();
    await this.version(request, response, slug, version.number);
  }

  @Get(':slug/versions/:number')
  async version(
    @Req() request: Request,
    @Res() response: Response,
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<void> {
    const { document, versions, inForce, upcoming } = await this.terms.one(slug);
    const published = versions.filter(isPublished);
    const version = published.find((v) => v.number === number);
    if (!version) throw termsErrors.noVersion();
    this.show(request, response, 'terms', {
      document,
      version,
      html: htmlOf(version.fullText),
      isInForce: inForce?.number === number,
      isUpcoming: upcoming?.number === number,
      versions: published,
    });
  }

  @Get(':slug/versions/:number/changes')
  async changes(
    @Req() request: Request,
    @Res() response: Response,
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<void> {
    await this.terms.published(slug, number);
    this.show(request, response, 'terms-changes', await this.comparing.execute(slug, number));
  }

  @Get(':slug/versions/:number/changes.pdf')
  @Header('Content-Type', 'application/pdf')
  async changesPdf(
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<StreamableFile> {
    await this.terms.published(slug, number);
    const comparison = await this.comparing.execute(slug, number);
    return new StreamableFile(await comparisonPdf(comparison, 'Hikyaku', this.clock.now()));
  }

  private show(request: Request, response: Response, template: string, values: object): void {
    const locale = localeOf(request.query['lang'], request.headers['accept-language']);
    const otherLocale = locale === 'ja' ? 'en' : 'ja';
    this.pages.send(response, template, { ...values, otherLocale }, locale);
  }
}
