import { NoticesModule } from '#lib/notices';
import { Module } from '@nestjs/common';
import { ContractsModule } from './contracts.module.js';
import { ApplicationsController } from './http/applications.controller.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { ContractInboxController } from './http/contract-inbox.controller.js';
import { ContractController } from './http/contract.controller.js';
import { InterruptionsController } from './http/interruptions.controller.js';
import { LettersController } from './http/letters.controller.js';
import { LostNoticesController } from './http/lost-notices.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { OperatorApplicationsController } from './http/operator-applications.controller.js';
import { OperatorChangesController } from './http/operator-changes.controller.js';
import { OperatorContractController } from './http/operator-contract.controller.js';
import { OperatorMeasuresController } from './http/operator-measures.controller.js';
import { OperatorSuspensionController } from './http/operator-suspension.controller.js';

@Module({
  imports: [ContractsModule, NoticesModule],
  controllers: [
    ApplicationsController,
    CatalogueController,
    ContractController,
    ContractInboxController,
    InterruptionsController,
    LettersController,
    LostNoticesController,
    NoticesController,
    OperatorApplicationsController,
    OperatorChangesController,
    OperatorContractController,
    OperatorMeasuresController,
    OperatorSuspensionController,
  ],
})
export class ContractsHttpModule {}
