import { Body, Controller, Delete, Get, HttpCode, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../domain/actor.js';
import type { CurrentSession as Session } from '../use-cases/authenticate.js';
import { ChangePassword } from '../use-cases/change-password.js';
import { SignOut } from '../use-cases/sign-out.js';
import { ForSignedIn } from './access.js';
import { CurrentActor, CurrentSession } from './current.js';
import { SessionCookie, csrfTokenOf } from './session-cookie.js';
import { ChangePasswordDto, SessionView, sessionView } from './session.dto.js';

@ApiTags('session')
@ForSignedIn()
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signOut: SignOut,
    private readonly changePassword: ChangePassword,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who is signed in, and what they may do' })
  @ApiOkResponse({ type: SessionView })
  show(
    @CurrentActor() actor: Extract<Actor, { role: string }>,
    @CurrentSession() session: Session,
    @Req() request: Request,
  ): SessionView {
    return sessionView(actor, session, csrfTokenOf(this.cookie.read(request) ?? ''));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  async end(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.signOut.execute(this.cookie.read(request) ?? '');
    this.cookie.clear(response);
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change the own password; ends all sessions, this one too' })
  @ApiNoContentResponse()
  async password(
    @Body() { currentPassword, newPassword }: ChangePasswordDto,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const ip = request.ip ?? '';
    await this.changePassword.execute({ actor, currentPassword, newPassword, ip });
    this.cookie.clear(response);
  }
}
