import { httpErrors } from '#platform/http';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { accountsErrors } from '../accounts.errors.js';
import { Authenticate } from '../use-cases/authenticate.js';
import { SignIn } from '../use-cases/sign-in.js';
import { Public } from './access.js';
import { SessionCookie, csrfTokenOf } from './session-cookie.js';
import { OperatorSignInDto, SessionView, SignInDto, sessionView } from './session.dto.js';

/** Only JSON is taken, which no form of a foreign site can send, so that nobody is signed in against their will. */
@ApiTags('session')
@Public()
@Controller('api/v1')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly authenticate: Authenticate,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('session')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in as a member of a tenant' })
  @ApiOkResponse({ type: SessionView })
  member(
    @Body() body: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    return this.open('member', body, request, response);
  }

  @Post('operator/session')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in as an operator' })
  @ApiOkResponse({ type: SessionView })
  operator(
    @Body() body: OperatorSignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    return this.open('operator', body, request, response);
  }

  private async open(
    as: 'member' | 'operator',
    { email, password, tenant }: SignInDto,
    request: Request,
    response: Response,
  ): Promise<SessionView> {
    if (!request.is('application/json')) throw httpErrors.unsupportedType();
    const ip = request.ip ?? '';
    const token = await this.signIn.execute({ as, email, password, tenant, ip });
    const actor = await this.authenticate.bySession(token);
    if (!actor || !('role' in actor)) throw accountsErrors.wrongCredentials();
    this.cookie.set(response, token);
    return sessionView(actor, csrfTokenOf(token));
  }
}
