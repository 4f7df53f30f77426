import { AccountsModule } from '#lib/accounts';
import { Module } from '@nestjs/common';
import { CasesController } from './http/cases.controller.js';
import { ContactPagesController } from './http/contact-pages.controller.js';
import { ContractMailsController } from './http/contract-mails.controller.js';
import { DeskController } from './http/desk.controller.js';
import { InquiriesController } from './http/inquiries.controller.js';
import { TenantInquiriesController } from './http/tenant-inquiries.controller.js';
import { SupportModule } from './support.module.js';

@Module({
  imports: [AccountsModule, SupportModule],
  controllers: [
    CasesController,
    ContactPagesController,
    ContractMailsController,
    DeskController,
    InquiriesController,
    TenantInquiriesController,
  ],
})
export class SupportHttpModule {}
