import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { InvitationsStore } from '../store/invitations.store.js';
import { InviteMember } from '../use-cases/invite-member.js';
import { WithdrawInvitation } from '../use-cases/withdraw-invitation.js';
import { ForTenant } from './access.js';
import { CreatedView } from './created.view.js';
import { CurrentActor, CurrentTenant } from './current.js';
import { IdParam } from './id-param.js';
import { Idempotent } from './idempotent.js';
import { InvitationListView, InviteMemberDto, invitationView } from './members.dto.js';

@ApiTags('members')
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsStore,
    private readonly inviteMember: InviteMember,
    private readonly withdrawInvitation: WithdrawInvitation,
  ) {}

  @Get()
  @ForTenant('members.read')
  @ApiOperation({ summary: 'Invitations nobody has accepted yet, the newest first' })
  @ApiOkResponse({ type: InvitationListView })
  async list(@CurrentTenant() tenantId: TenantId): Promise<InvitationListView> {
    const rows = await this.database.inTenant(tenantId, (tx) =>
      this.invitations.list(tx, tenantId),
    );
    return { items: rows.map(invitationView) };
  }

  @Post()
  @Idempotent()
  @ForTenant('members.write')
  @ApiOperation({ summary: 'Invite somebody by mail; voids an earlier invitation of the address' })
  @ApiCreatedResponse({ type: CreatedView })
  async invite(
    @Body() { email, role }: InviteMemberDto,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedView> {
    return { id: await this.inviteMember.execute({ tenantId, email, role, actor }) };
  }

  @Delete(':invitationId')
  @HttpCode(204)
  @ForTenant('members.write')
  @ApiOperation({ summary: 'Withdraw an invitation' })
  @ApiNoContentResponse()
  async withdraw(
    @IdParam('invitationId') invitationId: string,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.withdrawInvitation.execute({ tenantId, invitationId, actor });
  }
}
