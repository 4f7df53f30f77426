import { CurrentActor, FileOfTenants, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId, yen } from '#lib/kernel';
import { Database } from '#platform/database';
import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { BounceCharges } from '../store/bounce-charges.store.js';
import { DecideBounceCharge } from '../use-cases/decide-bounce-charge.js';
import { ProposeBounceCharge } from '../use-cases/propose-bounce-charge.js';
import { ShowChargeEvidence } from '../use-cases/show-charge-evidence.js';
import { bytesOf } from './file-content.dto.js';
import {
  BounceChargeListView,
  BounceChargeView,
  ChargesQuery,
  DecisionDto,
  ProposeChargeDto,
  bounceChargeView,
} from './two-persons.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator')
export class BounceChargesController {
  constructor(
    private readonly database: Database,
    private readonly charges: BounceCharges,
    private readonly proposeCharge: ProposeBounceCharge,
    private readonly decideCharge: DecideBounceCharge,
    private readonly showEvidence: ShowChargeEvidence,
  ) {}

  @Get('bounce-charges')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Special charges for invented addresses, newest first' })
  @ApiOkResponse({ type: BounceChargeListView })
  async list(@Query() { state }: ChargesQuery): Promise<BounceChargeListView> {
    const rows = await this.database.asSystem((tx) => this.charges.list(tx, state));
    return { items: rows.map(bounceChargeView) };
  }

  @Get('bounce-charges/:chargeId/file')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'The file that shows why it is due' })
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Cache-Control', 'no-store')
  async file(
    @IdParam('chargeId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const { tenantId, name, type, bytes } = await this.showEvidence.execute({ id, actor });
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new FileOfTenants([tenantId], bytes, { type, disposition });
  }

  @Post('tenants/:tenantId/bounce-charges')
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Propose the special charge, with the evidence' })
  @ApiCreatedResponse({ type: BounceChargeView })
  async propose(
    @IdParam('tenantId') tenantId: string,
    @Body() { amountYen, evidence, file }: ProposeChargeDto,
    @CurrentActor() actor: Actor,
  ): Promise<BounceChargeView> {
    const id = await this.proposeCharge.execute({
      tenantId: asTenantId(tenantId),
      amount: yen(amountYen),
      evidence,
      actor,
      ...(file && { file: { name: file.fileName, bytes: bytesOf(file) } }),
    });
    return this.show(id);
  }

  @Post('bounce-charges/:chargeId/approve')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Approve it, as the second person: the next invoice has it' })
  @ApiOkResponse({ type: BounceChargeView })
  async approve(
    @IdParam('chargeId') id: string,
    @Body() { note }: DecisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<BounceChargeView> {
    await this.decideCharge.execute({ id, state: 'approved', note: note ?? null, actor });
    return this.show(id);
  }

  @Post('bounce-charges/:chargeId/reject')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Reject it, as the second person' })
  @ApiOkResponse({ type: BounceChargeView })
  async reject(
    @IdParam('chargeId') id: string,
    @Body() { note }: DecisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<BounceChargeView> {
    await this.decideCharge.execute({ id, state: 'rejected', note: note ?? null, actor });
    return this.show(id);
  }

  private async show(id: string): Promise<BounceChargeView> {
    return bounceChargeView(await this.database.asSystem((tx) => this.charges.lock(tx, id)));
  }
}
