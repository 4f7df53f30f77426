import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Log } from './log.js';

@Global()
@Module({
  providers: [
    {
      provide: Log,
      useFactory: (config: Config) => new Log(config.get('LOG_LEVEL')),
      inject: [Config],
    },
  ],
  exports: [Log],
})
export class LogModule {}
