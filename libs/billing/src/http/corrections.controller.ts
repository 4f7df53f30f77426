import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecideCorrection } from '../use-cases/decide-correction.js';
import { ProposeCorrection } from '../use-cases/propose-correction.js';
import { ReadCorrections } from '../use-cases/read-corrections.js';
import {
  CorrectionDto,
  CorrectionListView,
  CorrectionView,
  CorrectionsQuery,
  correctedLine,
  correctionView,
} from './corrections.dto.js';
import { CreatedView } from './created.view.js';

@ApiTags('operator: invoices')
@Controller('api/v1/operator')
export class CorrectionsController {
  constructor(
    private readonly propose: ProposeCorrection,
    private readonly decide: DecideCorrection,
    private readonly read: ReadCorrections,
  ) {}

  @Post('tenants/:tenantId/invoices/:invoiceId/correction')
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Propose the invoice that takes the place of a wrong one (訂正)' })
  @ApiCreatedResponse({ type: CreatedView })
  async correct(
    @IdParam('tenantId') tenant: string,
    @IdParam('invoiceId') invoiceId: string,
    @Body() { lines, reason }: CorrectionDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedView> {
    const tenantId = asTenantId(tenant);
    const corrected = lines.map(correctedLine);
    return {
      id: await this.propose.execute({ tenantId, invoiceId, lines: corrected, reason, actor }),
    };
  }

  @Get('invoice-corrections')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Corrections of invoices of all tenants in a state' })
  @ApiOkResponse({ type: CorrectionListView })
  async list(@Query() { state = 'proposed' }: CorrectionsQuery): Promise<CorrectionListView> {
    return { items: (await this.read.execute(state)).map(correctionView) };
  }

  @Post('invoice-corrections/:correctionId/approve')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Void the old and issue the new; not by whoever proposed it' })
  @ApiOkResponse({ type: CorrectionView })
  async approve(
    @IdParam('correctionId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<CorrectionView> {
    return correctionView(await this.decide.execute({ id, approve: true, actor }));
  }

  @Post('invoice-corrections/:correctionId/decline')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Leave the invoice as it is' })
  @ApiOkResponse({ type: CorrectionView })
  async decline(
    @IdParam('correctionId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<CorrectionView> {
    return correctionView(await this.decide.execute({ id, approve: false, actor }));
  }
}
