import { Injectable } from '@nestjs/common';
import type { FactoryProvider } from '@nestjs/common';
import type { RetentionRule } from './retention-rule.js';

/** What one library says about the end of its rows. */
export interface RetentionPart {
  readonly library: string;
  /** Carried out in this order. */
  readonly rules: readonly RetentionRule[];
}

/** The parts of all libraries that a process has. */
@Injectable()
export class RetentionParts {
  private readonly parts = new Map<string, RetentionPart>();

  add(part: RetentionPart): void {
    this.parts.set(part.library, part);
  }

  get all(): readonly RetentionPart[] {
    return [...this.parts.values()];
  }
}

/** For the providers of a library's module: says what becomes of its rows. */
export const retentionPart = (
  library: string,
  rules: readonly RetentionRule[],
): FactoryProvider<RetentionPart> => ({
  provide: `retention of ${library}`,
  inject: [RetentionParts],
  useFactory: (parts: RetentionParts) => {
    const part = { library, rules };
    parts.add(part);
    return part;
  },
});
