import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ReadInbox } from '../use-cases/read-inbox.js';
import { SettleMail } from '../use-cases/settle-mail.js';
import {
  ContractInboxView,
  MailAsCourseChangeDto,
  MailAsTerminationDto,
  contractMailView,
} from './contract-inbox.dto.js';
import { changeRequestView } from './contract-view.js';
import { readMonth } from './dates.js';
import { operatorDetailsChangeView, proposalView } from './operator-contract-view.js';
import { MadeView } from './operator-contract.dto.js';

@ApiTags('operator: contracts')
@Controller('api/v1/operator')
export class ContractInboxController {
  constructor(
    private readonly readInbox: ReadInbox,
    private readonly settleMail: SettleMail,
  ) {}

  @Get('contract-inbox')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'Everything about contracts that waits for an operator' })
  @ApiOkResponse({ type: ContractInboxView })
  async show(): Promise<ContractInboxView> {
    const inbox = await this.readInbox.execute();
    return {
      applications: inbox.applications,
      readyToStart: inbox.readyToStart.map(({ tenantId, dueBy }) => ({
        tenantId,
        dueBy: dueBy.toString(),
      })),
      mails: inbox.mails.map(contractMailView),
      changeRequests: inbox.changeRequests.map((request) =>
        Object.assign(changeRequestView(request), { tenantId: request.tenantId }),
      ),
      proposals: inbox.proposals.map((proposal) =>
        Object.assign(proposalView(proposal), { tenantId: proposal.tenantId }),
      ),
      detailsChanges: inbox.detailsChanges.map((change) =>
        Object.assign(operatorDetailsChangeView(change), { tenantId: change.tenantId }),
      ),
      resumptionsAsked: [...inbox.resumptionsAsked],
      lostNotices: inbox.lostNotices.map(({ postedAt, bouncedAt, ...notice }) => ({
        ...notice,
        postedAt: postedAt.toISOString(),
        bouncedAt: bouncedAt.toISOString(),
      })),
    };
  }

  @Post('contract-mails/:mailId/termination')
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: "Take a mail for a tenant's notice of termination, with its arrival" })
  @ApiCreatedResponse({ type: MadeView })
  async asTermination(
    @IdParam('mailId') mailId: string,
    @Body() { tenantId, lastMonthOfUse }: MailAsTerminationDto,
    @CurrentActor() actor: Actor,
  ): Promise<MadeView> {
    const id = await this.settleMail.asTermination({
      mailId,
      tenantId: asTenantId(tenantId),
      lastMonthOfUse: lastMonthOfUse ? readMonth(lastMonthOfUse, 'lastMonthOfUse') : null,
      actor,
    });
    return { id };
  }

  @Post('contract-mails/:mailId/course-change')
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: "Take a mail for a tenant's wish for another course or other options" })
  @ApiCreatedResponse({ type: MadeView })
  async asCourseChange(
    @IdParam('mailId') mailId: string,
    @Body() { tenantId, desiredMonth, ...wanted }: MailAsCourseChangeDto,
    @CurrentActor() actor: Actor,
  ): Promise<MadeView> {
    const id = await this.settleMail.asCourseChange({
      mailId,
      tenantId: asTenantId(tenantId),
      desiredMonth: readMonth(desiredMonth, 'desiredMonth'),
      courseCode: wanted.courseCode ?? null,
      addOptions: wanted.addOptions ?? [],
      dropOptions: wanted.dropOptions ?? [],
      actor,
    });
    return { id };
  }

  @Post('contract-mails/:mailId/filed')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'File a mail that is no notice, or was dealt with otherwise' })
  @ApiNoContentResponse()
  async filed(@IdParam('mailId') mailId: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.settleMail.asOther(mailId, actor);
  }
}
