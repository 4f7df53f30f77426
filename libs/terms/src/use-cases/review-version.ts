import { actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Injectable } from '@nestjs/common';
import { review } from '../domain/terms-version.js';
import type { VersionRecord } from '../domain/version-record.js';
import { termsErrors } from '../terms.errors.js';
import { hashOf } from '../hash-of.js';
import { MoveVersion } from './move-version.js';
import type { VersionName } from './move-version.js';

const refusals = {
  'wrong-state': termsErrors.wrongState,
  'same-person': termsErrors.samePerson,
  'text-changed': termsErrors.textChanged,
};

const draftAgain = (version: VersionRecord): VersionRecord => ({
  ...version,
  state: 'draft',
  submittedBy: null,
  approvedBy: null,
  hash: null,
});

/** The way of a draft to its approval by a second person, and back. @clause §2.6 */
@Injectable()
export class ReviewVersion {
  constructor(private readonly move: MoveVersion) {}

  /** Hands a draft in. @throws BusinessError terms.wrong-state */
  async submit(name: VersionName, actor: Actor): Promise<void> {
    await this.step(name, actor, 'terms.submitted', (version) => {
      if (version.state !== 'draft') throw termsErrors.wrongState();
      const submittedBy = actorId(actor);
      return { ...version, state: 'in_review', submittedBy, hash: hashOf(version.body) };
    });
  }

  /**
   * Approves exactly the text whose hash is given.
   * @throws BusinessError terms.wrong-state, terms.same-person, terms.text-changed
   */
  async approve(name: VersionName, hash: string, actor: Actor): Promise<void> {
    await this.step(name, actor, 'terms.approved', (version) => {
      const by = actorId(actor) ?? '';
      const refusal = review({ ...version, hash: version.hash ?? '' }, by, hash);
      if (refusal) throw refusals[refusal]();
      return { ...version, state: 'approved', approvedBy: by };
    });
  }

  /** Gives it back to be written on. @throws BusinessError terms.wrong-state */
  async giveBack(name: VersionName, actor: Actor): Promise<void> {
    await this.step(name, actor, 'terms.given-back', (version) => {
      if (version.state !== 'in_review' && version.state !== 'approved')
        throw termsErrors.wrongState();
      return draftAgain(version);
    });
  }

  /** Drops what was never published. @throws BusinessError terms.wrong-state */
  async discard(name: VersionName, actor: Actor): Promise<void> {
    await this.step(name, actor, 'terms.discarded', (version) => {
      if (version.state === 'published' || version.number === 1) throw termsErrors.wrongState();
      return null;
    });
  }

  private async step(
    name: VersionName,
    actor: Actor,
    action: string,
    change: (version: VersionRecord) => VersionRecord | null,
  ): Promise<void> {
    await this.move.execute({
      ...name,
      actor,
      action,
      change: async (version) => Promise.resolve(change(version)),
    });
  }
}
