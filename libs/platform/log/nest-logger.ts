import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** Lets the framework speak through our log; its chatter about routes and modules is dropped. */
export class NestLogger implements LoggerService {
  constructor(private readonly log_: Log) {}

  log(): void {
    // start-up chatter says nothing an operator acts on
  }

  warn(message: unknown): void {
    this.log_.warn('nest.warning', { message: String(message) });
  }

  error(message: unknown, stack?: unknown): void {
    this.log_.failure(
      'nest.error',
      message instanceof Error ? message : new Error(String(message)),
      {
        stack: typeof stack === 'string' ? stack : undefined,
      },
    );
  }
}
