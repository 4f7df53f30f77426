import { CurrentActor, CurrentTenant, ForOperator, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecideApproval } from '../use-cases/decide-approval.js';
import { ListOpenApprovals } from '../use-cases/list-open-approvals.js';
import { ReadApprovals } from '../use-cases/read-approvals.js';
import { RequestApproval } from '../use-cases/request-approval.js';
import {
  ApprovalsView,
  DecideApprovalDto,
  OpenApprovalsView,
  OpenReviewsView,
  RequestApprovalDto,
  ReviewedContentView,
  approvalView,
  openApprovalView,
  openReviewView,
} from './approvals.dto.js';

@ApiTags('campaigns')
@Controller('api/v1')
export class ApprovalsController {
  constructor(
    private readonly read: ReadApprovals,
    private readonly open: ListOpenApprovals,
    private readonly request: RequestApproval,
    private readonly decide: DecideApproval,
  ) {}

  @Get('campaign-approvals')
  @ForTenant('campaigns.read')
  @ApiOperation({
    summary: 'Drafts that wait for the approval of a second member, the oldest first',
  })
  @ApiOkResponse({ type: OpenApprovalsView })
  async waiting(@CurrentTenant() tenantId: TenantId): Promise<OpenApprovalsView> {
    return { items: (await this.open.execute(tenantId)).map(openApprovalView) };
  }

  @Get('campaigns/:campaignId/approvals')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'Who was asked to approve it, the newest request first' })
  @ApiOkResponse({ type: ApprovalsView })
  async list(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('campaignId') campaignId: string,
  ): Promise<ApprovalsView> {
    const { items, ...needed } = await this.read.execute(tenantId, campaignId);
    return { ...needed, items: items.map(approvalView) };
  }

  @Post('campaigns/:campaignId/approvals')
  @HttpCode(204)
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Ask a second member, or the provider, to approve it as it is now' })
  @ApiNoContentResponse()
  async ask(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Body() { by = 'member', note = '' }: RequestApprovalDto,
  ): Promise<void> {
    await this.request.execute({ tenantId, campaignId, actor, by, note });
  }

  @Post('campaigns/:campaignId/approvals/decide')
  @HttpCode(204)
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Approve or reject what another member asked for' })
  @ApiNoContentResponse()
  async answer(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Body() { decision, reason = '' }: DecideApprovalDto,
  ): Promise<void> {
    await this.decide.execute({ tenantId, campaignId, actor, decision, reason });
  }

  @Get('operator/campaign-reviews')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'Mails about elections that wait for a review, the oldest first' })
  @ApiOkResponse({ type: OpenReviewsView })
  async reviews(): Promise<OpenReviewsView> {
    return { items: (await this.read.openReviews()).map(openReviewView) };
  }

  @Get('operator/tenants/:tenantId/campaign-reviews/:campaignId')
  @ForOperator('tenants.write')
  @ApiOperation({ summary: 'What the tenant asked to be reviewed' })
  @ApiOkResponse({ type: ReviewedContentView })
  async reviewed(
    @IdParam('tenantId') tenantId: string,
    @IdParam('campaignId') campaignId: string,
  ): Promise<ReviewedContentView> {
    const { content } = await this.read.reviewed(asTenantId(tenantId), campaignId);
    const { subject, sender, text, html } = content;
    return { subject, senderName: sender.name, text, html };
  }

  @Post('operator/tenants/:tenantId/campaign-reviews/:campaignId/decide')
  @HttpCode(204)
  @ForOperator('tenants.write')
  @ApiOperation({ summary: 'Let a mail about an election leave, or not' })
  @ApiNoContentResponse()
  async review(
    @IdParam('tenantId') tenantId: string,
    @IdParam('campaignId') campaignId: string,
    @CurrentActor() actor: Actor,
    @Body() { decision, reason = '' }: DecideApprovalDto,
  ): Promise<void> {
    const wish = { tenantId: asTenantId(tenantId), campaignId, actor };
    await this.decide.execute({ ...wish, decision, reason });
  }
}
