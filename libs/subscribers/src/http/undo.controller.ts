import { Public } from '#lib/accounts';
import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { subscriberErrors } from '../subscribers.errors.js';
import { ReadBrand } from '../use-cases/read-brand.js';
import { UndoUnsubscribe } from '../use-cases/undo-unsubscribe.js';
import { originOf } from './origin-of.js';
import { PublicPage } from './public-page.js';

/** The way back in the goodbye mail. */
@ApiExcludeController()
@Public()
@Controller('undo/:token')
export class UndoController {
  constructor(
    private readonly page: PublicPage,
    private readonly brands: ReadBrand,
    private readonly undo: UndoUnsubscribe,
  ) {}

  @Get()
  show(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    return this.render(request, response, 'undo', token);
  }

  @Post()
  @HttpCode(200)
  async takeBack(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    if (!(await this.undo.execute(token, originOf(request)))) throw subscriberErrors.undoTooLate();
    await this.render(request, response, 'undone', token);
  }

  private async render(
    request: Request,
    response: Response,
    template: string,
    token: string,
  ): Promise<void> {
    const undo = await this.undo.open(token);
    if (!undo) throw subscriberErrors.undoTooLate();
    const brand = await this.brands.execute(undo.tenantId, null);
    this.page.show(request, response, template, { ...brand });
  }
}
