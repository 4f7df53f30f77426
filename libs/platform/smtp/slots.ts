/** Places for so many at once; who comes later waits in line. */
export class Slots {
  private readonly waiting: (() => void)[] = [];
  private readonly idle: (() => void)[] = [];
  private taken = 0;

  constructor(readonly size: number) {}

  /** Resolves with the way to give the place back; doing so twice changes nothing. */
  async take(): Promise<() => void> {
    if (this.taken >= this.size) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.taken++;
    let held = true;
    return () => {
      if (held) this.release();
      held = false;
    };
  }

  /** Resolves when every place is free. */
  async empty(): Promise<void> {
    if (this.taken > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private release(): void {
    const next = this.waiting.shift();
    if (next) {
      next(); // the place goes over without becoming free
      return;
    }
    this.taken--;
    if (this.taken === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}
