import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Body, Controller, Delete, Get, HttpCode, Patch } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { MembersStore } from '../store/members.store.js';
import { ChangeRole } from '../use-cases/change-role.js';
import { RemoveMember } from '../use-cases/remove-member.js';
import { ResetSecondFactor } from '../use-cases/reset-second-factor.js';
import { ForTenant } from './access.js';
import { CurrentActor, CurrentTenant } from './current.js';
import { IdParam } from './id-param.js';
import { ChangeRoleDto, MemberListView, memberView } from './members.dto.js';

@ApiTags('members')
@Controller('api/v1/members')
export class MembersController {
  constructor(
    private readonly database: Database,
    private readonly members: MembersStore,
    private readonly changeRole: ChangeRole,
    private readonly removeMember: RemoveMember,
    private readonly resetFactor: ResetSecondFactor,
  ) {}

  @Get()
  @ForTenant('members.read')
  @ApiOperation({ summary: 'All members of the tenant, the oldest first' })
  @ApiOkResponse({ type: MemberListView })
  async list(@CurrentTenant() tenantId: TenantId): Promise<MemberListView> {
    const rows = await this.database.inTenant(tenantId, (tx) => this.members.list(tx, tenantId));
    return { items: rows.map(memberView) };
  }

  @Patch(':memberId')
  @HttpCode(204)
  @ForTenant('members.write')
  @ApiOperation({ summary: 'Give a member another role' })
  @ApiNoContentResponse()
  async role(
    @IdParam('memberId') memberId: string,
    @Body() { role }: ChangeRoleDto,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.changeRole.execute({ tenantId, memberId, role, actor });
  }

  @Delete(':memberId')
  @HttpCode(204)
  @ForTenant('members.write')
  @ApiOperation({ summary: 'Remove a member and end the sessions' })
  @ApiNoContentResponse()
  async remove(
    @IdParam('memberId') memberId: string,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.removeMember.execute({ tenantId, memberId, actor });
  }

  @Delete(':memberId/second-factor')
  @HttpCode(204)
  @ForTenant('members.write')
  @ApiOperation({ summary: 'Take all second factors off a member who lost them' })
  @ApiNoContentResponse()
  async resetSecondFactor(
    @IdParam('memberId') id: string,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.resetFactor.execute({ ref: { kind: 'member', tenantId, id }, actor });
  }
}
