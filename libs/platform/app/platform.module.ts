import { Clock } from '#lib/kernel';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Config, ConfigModule } from '../config/index.js';
import { DatabaseModule } from '../database/index.js';
import { HttpModule } from '../http/index.js';
import { LogModule } from '../log/index.js';
import { QueueModule } from '../queue/index.js';
import { RetentionModule } from '../retention/index.js';
import { ScannerModule } from '../scanner/index.js';
import { SecretsModule } from '../secrets/index.js';
import { SmtpModule } from '../smtp/index.js';
import { TenantKeysModule } from '../tenant-keys/index.js';

interface PlatformOptions {
  readonly config: Config;
  readonly clock: Clock;
  /** Folders of page templates of the libraries whose controllers are mounted. */
  readonly pages?: readonly string[];
}

/** Everything a process needs before any library: settings, time, log, database, queue, secrets, mail, HTTP. */
@Module({})
export class PlatformModule {
  static of({ config, clock, pages = [] }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        ConfigModule.of(config),
        LogModule,
        DatabaseModule,
        SecretsModule,
        TenantKeysModule,
        QueueModule,
        RetentionModule,
        SmtpModule,
        ScannerModule,
        HttpModule.withPages(pages),
      ],
      providers: [{ provide: Clock, useValue: clock }],
      exports: [Clock],
    };
  }
}
