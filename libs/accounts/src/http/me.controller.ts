import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '../domain/actor.js';
import type { CurrentSession as Session } from '../use-cases/authenticate.js';
import { ReadMe } from '../use-cases/read-me.js';
import { ForSignedIn } from './access.js';
import { CurrentActor, CurrentSession } from './current.js';
import { MeView, meView } from './me.view.js';
import { SessionCookie, csrfTokenOf } from './session-cookie.js';

@ApiTags('session')
@ForSignedIn()
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly readMe: ReadMe,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who is signed in, for whom, and what stands above every page' })
  @ApiOkResponse({ type: MeView })
  async show(
    @CurrentActor() actor: Extract<Actor, { role: string }>,
    @CurrentSession() session: Session,
    @Req() request: Request,
  ): Promise<MeView> {
    const me = await this.readMe.execute(actor, session);
    return meView(actor, me, csrfTokenOf(this.cookie.read(request) ?? ''));
  }
}
