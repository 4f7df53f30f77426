import { migrateQueue } from './backend.js';

/** How soon making it is tried again. */
const pauseMs = 5000;
/** No such schema, table or function. */
const missing = ['3F000', '42P01', '42883'];

/**
 * Makes the queue's schema again when somebody has dropped it on PostgreSQL. It is empty then; what was lost is asked
 * for again by sweeps and outbox, which is what they are for.
 */
export class LostSchema {
  private making: Promise<void> | undefined;

  /** @param tell called when it is there again, with the error when it could not be made */
  constructor(
    private readonly url: string,
    private readonly tell: (error?: unknown) => void,
  ) {}

  /** Whatever the queue complains of; most of it is something else. */
  hear(error: unknown): void {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string' || !missing.includes(code) || this.url.startsWith('redis')) return;
    this.making ??= migrateQueue(this.url).then(
      () => {
        this.rest();
        this.tell();
      },
      (failure: unknown) => {
        this.rest();
        this.tell(failure);
      },
    );
  }

  private rest(): void {
    setTimeout(() => {
      this.making = undefined;
    }, pauseMs).unref();
  }
}
