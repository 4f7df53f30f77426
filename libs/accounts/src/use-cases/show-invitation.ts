import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { InvitationsStore } from '../store/invitations.store.js';
import type { OpenInvitation } from '../store/invitations.store.js';

/** What the reader of an invitation is invited to; changes nothing. */
@Injectable()
export class ShowInvitation {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsStore,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.invitation-not-found */
  async execute(token: string): Promise<OpenInvitation> {
    const open = await this.database.asSystem((tx) =>
      this.invitations.open(tx, hashToken(token), this.clock.now()),
    );
    if (!open) throw accountsErrors.invitationNotFound();
    return open;
  }
}
