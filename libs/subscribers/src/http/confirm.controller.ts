import { Public } from '#lib/accounts';
import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { subscriberErrors } from '../subscribers.errors.js';
import { ConfirmOptIn } from '../use-cases/confirm-opt-in.js';
import { OpenConfirmLink } from '../use-cases/open-confirm-link.js';
import type { ConfirmLink } from '../use-cases/open-confirm-link.js';
import { ReadBrand } from '../use-cases/read-brand.js';
import type { Brand } from '../use-cases/read-brand.js';
import { originOf } from './origin-of.js';
import { PublicPage } from './public-page.js';

/** The link of the confirmation mail: looking at it changes nothing, because scanners look too. */
@ApiExcludeController()
@Public()
@Controller('confirm/:token')
export class ConfirmController {
  constructor(
    private readonly page: PublicPage,
    private readonly openLink: OpenConfirmLink,
    private readonly brands: ReadBrand,
    private readonly confirmOptIn: ConfirmOptIn,
  ) {}

  @Get()
  async show(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const { link, brand } = await this.open(token);
    const template = link.used ? 'confirmed' : 'confirm';
    const locale = this.page.localeOf(request);
    this.page.show(request, response, brand.isServing ? template : 'sign-up-closed', {
      ...brand,
      notice: link.form?.notice[locale],
      consent: link.form?.consent[locale],
    });
  }

  @Post()
  @HttpCode(200)
  async confirm(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const { link, brand } = await this.open(token);
    if (!brand.isServing) {
      this.page.show(request, response, 'sign-up-closed', { ...brand });
      return;
    }
    const { tenantId, requestId } = link;
    const outcome = await this.confirmOptIn.execute({
      tenantId,
      requestId,
      ...originOf(request),
    });
    if (outcome === 'too-late') throw subscriberErrors.confirmTooLate();
    this.page.show(request, response, 'confirmed', { ...brand });
  }

  private async open(token: string): Promise<{ link: ConfirmLink; brand: Brand }> {
    const link = await this.openLink.execute(token);
    if (!link) throw subscriberErrors.confirmTooLate();
    return { link, brand: await this.brands.execute(link.tenantId, link.newsletterId) };
  }
}
