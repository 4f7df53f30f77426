import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DeemedAcceptanceInterceptor } from './http/deemed-acceptance.interceptor.js';
import { OperatorTermsController } from './http/operator-terms.controller.js';
import { PublicTermsController } from './http/public-terms.controller.js';
import { TenantTermsController } from './http/tenant-terms.controller.js';
import { TermsMovesController } from './http/terms-moves.controller.js';
import { TermsPagesController } from './http/terms-pages.controller.js';
import { TermsModule } from './terms.module.js';

@Module({
  imports: [TermsModule],
  controllers: [
    OperatorTermsController,
    TermsMovesController,
    PublicTermsController,
    TenantTermsController,
    TermsPagesController,
  ],
  providers: [{ provide: APP_INTERCEPTOR, useClass: DeemedAcceptanceInterceptor }],
})
export class TermsHttpModule {}
