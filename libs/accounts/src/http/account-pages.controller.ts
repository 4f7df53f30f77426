import { BusinessError } from '#lib/kernel';
import { localeOf } from '#platform/i18n';
import { Pages } from '#platform/http';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { shortestPassword } from '../domain/password.js';
import { AcceptInvitation } from '../use-cases/accept-invitation.js';
import { ResetPassword } from '../use-cases/reset-password.js';
import { ShowInvitation } from '../use-cases/show-invitation.js';
import { JoinDto } from './accept-invitation.dto.js';
import { Public } from './access.js';
import { NewPasswordDto } from './password-resets.dto.js';

/** The pages behind the links in our mails. GET shows, POST acts; a slip in the form shows it again with what is wrong. */
@ApiExcludeController()
@Public()
@Controller()
export class AccountPagesController {
  constructor(
    private readonly showInvitation: ShowInvitation,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly resetPassword: ResetPassword,
    private readonly pages: Pages,
  ) {}

  @Get('invitation/:token')
  async invitation(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const invitation = await this.showInvitation.execute(token);
    this.send(request, response, 'invitation', { invitation });
  }

  @Post('invitation/:token')
  async join(
    @Param('token') token: string,
    @Body() { name, password }: JoinDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const invitation = await this.showInvitation.execute(token);
    const problem = await slipIn(this.acceptInvitation.execute({ token, name, password }));
    if (problem) this.send(request, response, 'invitation', { invitation, name, problem });
    else this.send(request, response, 'joined', { invitation });
  }

  @Get('password-reset/:token')
  async newPassword(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.resetPassword.check(token);
    this.send(request, response, 'password-reset', {});
  }

  @Post('password-reset/:token')
  async reset(
    @Param('token') token: string,
    @Body() { password }: NewPasswordDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const problem = await slipIn(this.resetPassword.execute({ token, password }));
    if (problem) this.send(request, response, 'password-reset', { problem });
    else this.send(request, response, 'password-set', {});
  }

  private send(request: Request, response: Response, page: string, values: object): void {
    const locale = localeOf(request.query['lang'], request.headers['accept-language']);
    const texts = 'problem' in values ? (values.problem as BusinessError).texts : undefined;
    response.status(texts ? 422 : 200);
    const shown = { ...values, shortestPassword, ...(texts && { problem: texts[locale] }) };
    this.pages.send(response, page, shown, locale);
  }
}

/** What the reader can mend in the form; anything else goes on as it is. */
const slipIn = async (work: Promise<void>): Promise<BusinessError | undefined> => {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof BusinessError && error.kind === 'invalid') return error;
    throw error;
  }
};
