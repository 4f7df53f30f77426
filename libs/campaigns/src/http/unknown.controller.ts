import { CurrentActor, CurrentTenant, ForTenant, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { UnknownAccount } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import { Choice, NestedList, Whole } from '#platform/http';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecideUnknown } from '../use-cases/decide-unknown.js';

class UnknownReasonView {
  @Choice(['worker-lost', 'connection-lost'], {
    about: 'Our process died in the middle; or the relay hung up before it said whether it took it',
  })
  reason!: string;

  @Whole() count!: number;
}

export class UnknownView {
  @Whole({ about: 'Mails of which nobody can say whether they left' }) count!: number;
  @Whole({ about: 'Those nobody has decided about' }) undecided!: number;
  @NestedList(() => UnknownReasonView) reasons!: UnknownReasonView[];
}

export class DecidedView {
  @Whole({ about: 'Mails that this decided about' }) decided!: number;
}

/** Mails of unknown fate, and the two things one can do about them. */
@ApiTags('campaigns')
@Controller('api/v1/campaigns/:campaignId/unknown')
export class UnknownController {
  constructor(private readonly unknown: DecideUnknown) {}

  @Get()
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'How many mails are of unknown fate, and why' })
  @ApiOkResponse({ type: UnknownView })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('campaignId') campaignId: string,
  ): Promise<UnknownView> {
    return unknownView(await this.unknown.read(tenantId, campaignId));
  }

  @Post('send-again')
  @HttpCode(200)
  @Idempotent()
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Try them once more; some readers may get the mail twice' })
  @ApiOkResponse({ type: DecidedView })
  async sendAgain(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
  ): Promise<DecidedView> {
    const wish = { tenantId, campaignId, actor, decision: 'send-again' } as const;
    return { decided: await this.unknown.execute(wish) };
  }

  @Post('leave')
  @HttpCode(200)
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Leave them as they are and ask no more' })
  @ApiOkResponse({ type: DecidedView })
  async leave(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
  ): Promise<DecidedView> {
    const wish = { tenantId, campaignId, actor, decision: 'leave' } as const;
    return { decided: await this.unknown.execute(wish) };
  }
}

const unknownView = ({ count, undecided, reasons }: UnknownAccount): UnknownView => ({
  count,
  undecided,
  reasons: reasons.map((reason) => ({ ...reason })),
});
