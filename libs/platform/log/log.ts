import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { describeError } from './describe-error.js';

type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * One event a line. The event name (`campaign.launched`) is a contract for those who search logs; the facts
 * are ids, counts and codes, never an address, a token or a mail body.
 */
export class Log {
  private readonly logger: Logger;

  /** @param to standard output unless given */
  constructor(level: string, to: DestinationStream = pino.destination(1)) {
    const settings = {
      level,
      base: null,
      errorKey: 'failure', // keeps pino from repeating the message of an error beside what describeError lets through
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
    };
    this.logger = pino(settings, to);
  }

  event(event: string, facts: Facts = {}): void {
    this.logger.info({ event, ...facts });
  }

  warn(event: string, facts: Facts = {}): void {
    this.logger.warn({ event, ...facts });
  }

  /** Something broke that a person should look at. */
  failure(event: string, error: unknown, facts: Facts = {}): void {
    this.logger.error({ event, ...facts, err: error });
  }
}
