import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { ClamdScanner, clamdAddress } from './clamd-scanner.js';
import { NoScanner, Scanner } from './scanner.js';

/** The scanner of viruses that the installation has. */
@Global()
@Module({
  providers: [
    {
      provide: Scanner,
      inject: [Config],
      useFactory: (config: Config): Scanner => {
        const socket = config.get('CLAMAV_SOCKET');
        if (socket === '') return new NoScanner();
        return new ClamdScanner(clamdAddress(socket), config.get('CLAMAV_TIMEOUT_MS'));
      },
    },
  ],
  exports: [Scanner],
})
export class ScannerModule {}
