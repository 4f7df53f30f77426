import { Public } from '#lib/accounts';
import { Pages } from '#platform/http';
import { localeOf } from '#platform/i18n';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { HomeLinks } from '../home-links.js';

/** The door sign: where a person who only knows the platform's address can go. */
@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(
    private readonly pages: Pages,
    private readonly links: HomeLinks,
  ) {}

  @Public()
  @Get()
  show(@Req() request: Request, @Res() response: Response): void {
    const locale = localeOf(request.query['lang'], request.headers['accept-language']);
    const links = this.links.all().map(({ path, label }) => ({ path, label: label[locale] }));
    this.pages.send(response, 'home', { links }, locale);
  }
}
