import { Database } from '#platform/database';
import { Choice, Flag, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountsErrors } from '../accounts.errors.js';
import { accountOf } from '../domain/account.js';
import type { Actor } from '../domain/actor.js';
import { SessionListStore } from '../store/session-list.store.js';
import { secondFactors } from '../store/sessions.store.js';
import type { CurrentSession as Session } from '../use-cases/authenticate.js';
import { EndSession } from '../use-cases/end-session.js';
import { ForSignedIn } from './access.js';
import { CurrentActor, CurrentSession } from './current.js';
import { IdParam } from './id-param.js';

class ListedSessionView {
  @Uuid() id!: string;
  @Text({ example: 'Chrome · Windows' }) device!: string;
  @Text({ about: 'An IPv4 address, or the /64 of an IPv6 one' }) network!: string;
  @Instant() openedAt!: string;
  @Instant() lastSeenAt!: string;
  @Choice(secondFactors, { nullable: true }) secondFactor!: string | null;
  @Flag({ about: 'The one that asks' }) current!: boolean;
}

class SessionListView {
  @NestedList(() => ListedSessionView) items!: readonly ListedSessionView[];
}

class EndedView {
  @Whole() ended!: number;
}

@ApiTags('session')
@ForSignedIn()
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionListStore,
    private readonly endSession: EndSession,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The own sessions, the last used first' })
  @ApiOkResponse({ type: SessionListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentSession() current: Session,
  ): Promise<SessionListView> {
    const ref = accountOf(actor);
    if (!ref) throw accountsErrors.notAllowed();
    const rows = await this.database.asSystem((tx) => this.sessions.list(tx, ref));
    return {
      items: rows.map(({ createdAt, seenAt, ...row }) => ({
        ...row,
        openedAt: createdAt.toISOString(),
        lastSeenAt: seenAt.toISOString(),
        current: row.id === current.id,
      })),
    };
  }

  @Delete(':sessionId')
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of the own sessions' })
  @ApiNoContentResponse()
  async end(@IdParam('sessionId') sessionId: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.endSession.execute({ actor, sessionId });
  }

  @Delete()
  @ApiOperation({ summary: 'End all own sessions but this one' })
  @ApiOkResponse({ type: EndedView })
  async endOthers(
    @CurrentActor() actor: Actor,
    @CurrentSession() { id: keptId }: Session,
  ): Promise<EndedView> {
    return { ended: await this.endSession.others({ actor, keptId }) };
  }
}
