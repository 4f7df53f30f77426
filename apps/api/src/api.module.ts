import type { Clock } from '#lib/kernel';
import { PlatformModule } from '#platform/app';
import type { Config } from '#platform/config';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { httpModules, pages } from '../../http-libraries.js';

/** Everything that answers over HTTP. */
@Module({})
export class ApiModule {
  static of(config: Config, clock: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.of({ config, clock, pages }), ...httpModules],
    };
  }
}
