import type { Actor } from '#lib/accounts';
import { Injectable } from '@nestjs/common';
import type { DraftText } from '../domain/version-record.js';
import { termsErrors } from '../terms.errors.js';
import { MoveVersion } from './move-version.js';
import type { VersionName } from './move-version.js';

/** Writes the text of a draft. */
@Injectable()
export class WriteDraft {
  constructor(private readonly move: MoveVersion) {}

  /**
   * @param edit.version the version of the draft that was edited
   * @throws BusinessError terms.wrong-state, terms.edited
   */
  async execute(
    name: VersionName,
    edit: { readonly text: DraftText; readonly version: number; readonly actor: Actor },
  ): Promise<void> {
    await this.move.execute({
      ...name,
      actor: edit.actor,
      action: 'terms.edited',
      change: async (version) => {
        if (version.state !== 'draft') throw termsErrors.wrongState();
        if (version.version !== edit.version) throw termsErrors.edited();
        return Promise.resolve({ ...version, ...edit.text });
      },
    });
  }
}
