import { AccountsModule } from '#lib/accounts';
import type { Clock } from '#lib/kernel';
import { PlatformModule } from '#platform/app';
import type { Config } from '#platform/config';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';

/** What an administrator does at the command line. */
@Module({})
export class AdminModule {
  static of(config: Config, clock: Clock): DynamicModule {
    return {
      module: AdminModule,
      imports: [PlatformModule.of({ config, clock }), AccountsModule],
    };
  }
}
