import { CurrentActor, ForOperator } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { editedVersion, etagOf } from '#platform/http';
import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ReadBillingSettings } from '../use-cases/read-billing-settings.js';
import { SetBillingSettings } from '../use-cases/set-billing-settings.js';
import {
  BillingSettingsDto,
  BillingSettingsView,
  billingSettingsView,
  dunningPolicyOf,
} from './billing-settings.dto.js';

@ApiTags('operator: billing')
@Controller('api/v1/operator/billing/settings')
export class BillingSettingsController {
  constructor(
    private readonly read: ReadBillingSettings,
    private readonly set: SetBillingSettings,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Who issues the invoices, and when the bank wants its file' })
  @ApiOkResponse({ type: BillingSettingsView })
  async show(@Res({ passthrough: true }) response: Response): Promise<BillingSettingsView> {
    const view = billingSettingsView(await this.read.execute());
    response.setHeader('ETag', etagOf(view.version));
    return view;
  }

  @Put()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Set them for what is issued from now on' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ type: BillingSettingsView })
  async change(
    @Body() { issuer, debitSchedule, dunning }: BillingSettingsDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BillingSettingsView> {
    const version = editedVersion(ifMatch);
    const policy = dunning && { dunning: dunningPolicyOf(dunning) };
    await this.set.execute({ issuer, debitSchedule, ...policy, actor, version });
    return this.show(response);
  }
}
