import { Clock } from '#lib/kernel';
import { Global, Injectable, Module } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/index.js';
import { openDataSource } from './data-source.js';
import { Database } from './database.js';

@Injectable()
class CloseDataSource implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      useFactory: (config: Config) =>
        openDataSource(config.get('DATABASE_URL'), config.get('DATABASE_POOL')).initialize(),
      inject: [Config],
    },
    {
      provide: Database,
      useFactory: (source: DataSource, clock: Clock) => new Database(source, clock),
      inject: [DataSource, Clock],
    },
    CloseDataSource,
  ],
  exports: [Database],
})
export class DatabaseModule {}
