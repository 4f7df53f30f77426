import { Injectable } from '@nestjs/common';
import type { Draft } from '../domain/campaign.js';
import { changedDraft } from '../domain/draft-content.js';

interface SourceProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

interface Compiled {
  /** Null when the source is no MJML at all. */
  readonly html: string | null;
  readonly problems: readonly SourceProblem[];
}

/** Makes HTML of MJML. Files are never read, fonts and pictures of others never fetched. */
@Injectable()
export class CompileDraft {
  async execute(source: string): Promise<Compiled> {
    try {
      // Large, and of no use to the processes that send: loaded by who compiles.
      const { default: mjml2html } = await import('mjml');
      const { html, errors } = await mjml2html(source, {
        validationLevel: 'soft',
        ignoreIncludes: true,
        keepComments: false,
        fonts: {},
      });
      return { html, problems: errors.map(({ line, message }) => ({ line, message })) };
    } catch (error) {
      const message = error instanceof Error ? error.message : 'Not MJML';
      return { html: null, problems: [{ line: 1, message: message.slice(0, 200) }] };
    }
  }

  /** A draft after a change. What is half typed is kept, too: the check before sending says what is wrong with it. */
  async changed(draft: Draft, changes: Partial<Draft>): Promise<Draft> {
    const next = changedDraft(draft, changes);
    if (next.mjml === null || next.mjml === draft.mjml) return next;
    return { ...next, html: (await this.execute(next.mjml)).html };
  }
}
