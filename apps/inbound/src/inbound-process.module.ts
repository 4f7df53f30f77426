import type { Clock } from '#lib/kernel';
import { InboundModule } from '#lib/inbound';
import { PlatformModule } from '#platform/app';
import type { Config } from '#platform/config';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { RunInboundServer } from '../../run-inbound-server.js';

/** Receives mail; the workers sort it. */
@Module({})
export class InboundProcessModule {
  static of(config: Config, clock: Clock): DynamicModule {
    return {
      module: InboundProcessModule,
      imports: [PlatformModule.of({ config, clock }), InboundModule],
      providers: [RunInboundServer],
    };
  }
}
