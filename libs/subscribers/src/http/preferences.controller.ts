import { Public } from '#lib/accounts';
import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { FieldValues, InputProblem } from '../domain/form-field.js';
import { subscriberErrors } from '../subscribers.errors.js';
import { ReadBrand } from '../use-cases/read-brand.js';
import { ReadPreferences } from '../use-cases/read-preferences.js';
import { SavePreferences } from '../use-cases/save-preferences.js';
import { fieldsOnPage } from './fields.view.js';
import { formBody, formValues } from './form-body.js';
import { originOf } from './origin-of.js';
import { PublicPage } from './public-page.js';
import { ReportLink } from './report-link.js';

interface Typed {
  readonly values?: FieldValues;
  readonly problems?: readonly InputProblem[];
  readonly saved?: boolean;
}

/** A person's own page: the fields given at sign-up, and which newsletters of this tenant to read. */
@ApiExcludeController()
@Public()
@Controller('preferences/:token')
export class PreferencesController {
  constructor(
    private readonly page: PublicPage,
    private readonly brands: ReadBrand,
    private readonly readPreferences: ReadPreferences,
    private readonly savePreferences: SavePreferences,
    private readonly reportLink: ReportLink,
  ) {}

  @Get()
  async show(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    await this.render(request, response, token, {});
  }

  @Post()
  @HttpCode(200)
  async save(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const fields = formBody(request);
    const newsletterIds = formValues(request, 'newsletter');
    const origin = originOf(request);
    const outcome = await this.savePreferences.execute({ token, fields, newsletterIds, origin });
    if (outcome.kind === 'unknown') throw subscriberErrors.badToken();
    if (outcome.kind === 'saved') await this.render(request, response, token, { saved: true });
    else {
      const typed = { values: fields, problems: outcome.problems };
      await this.render(request, response.status(422), token, typed);
    }
  }

  private async render(
    request: Request,
    response: Response,
    token: string,
    { values, problems, saved = false }: Typed,
  ): Promise<void> {
    const preferences = await this.readPreferences.execute(token);
    if (!preferences && saved) return this.showLeft(request, response, token);
    if (!preferences) throw subscriberErrors.badToken();
    const { tenantId, address, definitions, fields, newsletters } = preferences;
    const brand = await this.brands.execute(tenantId, null);
    const locale = this.page.localeOf(request);
    this.page.show(request, response, 'preferences', {
      ...brand,
      address: address.masked,
      fields: fieldsOnPage(definitions, locale, values ?? fields, problems),
      newsletters,
      report: this.reportLink.of(brand.tenant, preferences.campaignId, locale),
      saved,
      hasProblems: Boolean(problems?.length),
    });
  }

  /** Who has unticked everything has left. */
  private async showLeft(request: Request, response: Response, token: string): Promise<void> {
    const tenantId = await this.readPreferences.tenantOf(token);
    if (!tenantId) throw subscriberErrors.badToken();
    const brand = await this.brands.execute(tenantId, null);
    this.page.show(request, response, 'unsubscribed', { ...brand, all: true });
  }
}
