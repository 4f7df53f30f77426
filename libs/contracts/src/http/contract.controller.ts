import { CurrentTenant, ForTenant } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowContract } from '../use-cases/show-contract.js';
import { ContractView, contractView } from './contract.view.js';

@ApiTags('contract')
@Controller('api/v1/contract')
export class ContractController {
  constructor(private readonly showContract: ShowContract) {}

  @Get()
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'The own contract' })
  @ApiOkResponse({ type: ContractView })
  async show(@CurrentTenant() tenantId: TenantId): Promise<ContractView> {
    return contractView(await this.showContract.execute(tenantId));
  }
}
