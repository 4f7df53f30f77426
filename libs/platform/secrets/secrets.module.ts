import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Secrets } from './secrets.js';

@Global()
@Module({
  providers: [
    {
      provide: Secrets,
      useFactory: (config: Config) => new Secrets(config.get('SECRET_KEY')),
      inject: [Config],
    },
  ],
  exports: [Secrets],
})
export class SecretsModule {}
