import { httpErrors } from '#platform/http';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SignIn } from '../use-cases/sign-in.js';
import { Public } from './access.js';
import { SignInDoor } from './sign-in-door.js';
import { SessionCookie } from './session-cookie.js';
import {
  OperatorSignInDto,
  SecondFactorNeededView,
  SessionView,
  SignInDto,
  secondFactorNeededView,
} from './session.dto.js';

/** Only JSON is taken, which no form of a foreign site can send, so that nobody is signed in against their will. */
@ApiTags('session')
@ApiExtraModels(SecondFactorNeededView)
@Public()
@Controller('api/v1')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
    private readonly door: SignInDoor,
  ) {}

  @Post('session')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in as a member of a tenant' })
  @ApiOkResponse({ type: SessionView })
  @ApiAcceptedResponse({
    description: 'The password is right; the second factor is still to be shown',
    schema: { $ref: getSchemaPath(SecondFactorNeededView) },
  })
  member(
    @Body() body: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView | SecondFactorNeededView> {
    return this.open('member', body, request, response);
  }

  @Post('operator/session')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in as an operator' })
  @ApiOkResponse({ type: SessionView })
  @ApiAcceptedResponse({
    description: 'The password is right; the second factor is still to be shown',
    schema: { $ref: getSchemaPath(SecondFactorNeededView) },
  })
  operator(
    @Body() body: OperatorSignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView | SecondFactorNeededView> {
    return this.open('operator', body, request, response);
  }

  private async open(
    as: 'member' | 'operator',
    { email, password, tenant }: SignInDto,
    request: Request,
    response: Response,
  ): Promise<SessionView | SecondFactorNeededView> {
    if (!request.is('application/json')) throw httpErrors.unsupportedType();
    const ip = request.ip ?? '';
    const visit = this.door.visit(request);
    const answer = await this.signIn.execute({ as, email, password, tenant, ip, visit });
    if ('token' in answer) return this.door.open(response, answer.token, visit);
    this.cookie.setDevice(response, visit.deviceToken);
    response.status(202);
    return secondFactorNeededView(answer);
  }
}
