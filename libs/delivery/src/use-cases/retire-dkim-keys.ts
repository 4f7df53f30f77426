import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DkimKeys } from '../store/dkim-keys.js';

/** Destroys the private halves of keys that were replaced a week ago. */
@Injectable()
export class RetireDkimKeys {
  constructor(
    private readonly database: Database,
    private readonly keys: DkimKeys,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<void> {
    return this.database.asSystem((tx) => this.keys.retireDue(tx, this.clock.now()));
  }
}
