import { performance } from 'node:perf_hooks';

/** One line that says how far the work is and how long it will still take; a new line each fifth without a terminal. */
export class Progress {
  private readonly startedAt = performance.now();
  private done = 0;
  private shown = -1;
  private readonly total: number;

  /** @param steps all that is to be done */
  constructor(steps: readonly { readonly weight: number }[]) {
    this.total = steps.reduce((sum, { weight }) => sum + weight, 0);
  }

  add(weight: number): void {
    this.done += weight;
    const percent = Math.min(100, Math.floor((this.done / this.total) * 100));
    const step = process.stdout.isTTY ? 1 : 20;
    if (percent < this.shown + step && percent < 100) return;
    if (percent === this.shown) return;
    this.shown = percent;
    this.show(percent);
  }

  private show(percent: number): void {
    const passed = (performance.now() - this.startedAt) / 1000;
    const left = Math.ceil((passed * (this.total - this.done)) / Math.max(this.done, 1));
    const text = `デモの 3 か月分を作っています / Making three months of demo: ${percent}%`;
    const eta = percent < 100 ? ` (${Math.max(left, 0)} s)` : '     ';
    process.stdout.write(process.stdout.isTTY ? `\r${text}${eta} ` : `${text}${eta.trimEnd()}\n`);
    if (percent === 100 && process.stdout.isTTY) process.stdout.write('\n');
  }
}
