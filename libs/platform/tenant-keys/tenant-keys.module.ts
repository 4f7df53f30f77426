import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Secrets } from '../secrets/index.js';
import { keysFolder } from './keys-folder.js';
import { KeyFolder } from './key-folder.js';
import { TenantKeys } from './tenant-keys.js';

@Global()
@Module({
  providers: [
    {
      provide: TenantKeys,
      useFactory: (config: Config, secrets: Secrets) =>
        new TenantKeys(new KeyFolder(keysFolder(config), secrets)),
      inject: [Config, Secrets],
    },
  ],
  exports: [TenantKeys],
})
export class TenantKeysModule {}
