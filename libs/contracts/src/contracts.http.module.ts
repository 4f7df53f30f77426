import { Module } from '@nestjs/common';
import { ContractsModule } from './contracts.module.js';
import { ContractController } from './http/contract.controller.js';
import { OperatorContractController } from './http/operator-contract.controller.js';

@Module({
  imports: [ContractsModule],
  controllers: [ContractController, OperatorContractController],
})
export class ContractsHttpModule {}
