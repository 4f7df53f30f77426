import { BillingModule } from '#lib/billing';
import type { Clock } from '#lib/kernel';
import { PlatformModule } from '#platform/app';
import type { Config } from '#platform/config';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';

/** What closes a month at the command line. */
@Module({})
export class CloseModule {
  static of(config: Config, clock: Clock): DynamicModule {
    return {
      module: CloseModule,
      imports: [PlatformModule.of({ config, clock }), BillingModule],
    };
  }
}
