import { describe, expect, it } from '@jest/globals';
import { Precedence } from './precedence.js';

const turn = (): { promise: Promise<void>; end(): void; fail(error: Error): void } => {
  let end = (): void => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { promise, end, fail };
};

describe('precedence', () => {
  it('lets a small mailing pass before a large one goes on', async () => {
    const order: string[] = [];
    const precedence = new Precedence();
    const small = turn();
    const passing = precedence.goFirst(small.promise).then(() => order.push('small'));
    const waiting = precedence.stepAside().then(() => order.push('large'));
    small.end();
    await Promise.all([passing, waiting]);
    expect(order).toEqual(['small', 'large']);
    expect(precedence.isTaken).toBe(false);
  });

  it('lets a large mailing go on while a small one takes long', async () => {
    const precedence = new Precedence();
    const small = turn();
    const passing = precedence.goFirst(small.promise);
    await precedence.stepAside();
    small.end();
    await passing;
    expect(precedence.isTaken).toBe(false);
  });

  it('is no longer taken when the turn fails, which its worker hears of', async () => {
    const precedence = new Precedence();
    const small = turn();
    const passing = precedence.goFirst(small.promise);
    expect(precedence.isTaken).toBe(true);
    small.fail(new Error('away'));
    await expect(passing).rejects.toThrow('away');
    await precedence.stepAside();
    expect(precedence.isTaken).toBe(false);
  });

  it('keeps nobody waiting when nobody goes first', async () => {
    await expect(new Precedence().stepAside()).resolves.toBeUndefined();
  });
});
