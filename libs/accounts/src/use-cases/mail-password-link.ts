import { Clock, randomToken } from '#lib/kernel';
import type { Locale } from '#lib/kernel';
import { PostNotice } from '#lib/notices';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { SessionsStore } from '../store/sessions.store.js';
import type { FoundAccount } from '../store/sign-in.store.js';

const lifeMs = 60 * 60_000;

interface Link {
  readonly url: string;
  readonly expiresAt: Date;
}

/** Mails an account a link for a new password, good once and for an hour. */
@Injectable()
export class MailPasswordLink {
  constructor(
    private readonly sessions: SessionsStore,
    private readonly postNotice: PostNotice,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async within(
    tx: Tx,
    { ref, email, name }: FoundAccount,
    locale: Locale,
    kind: string,
    mail: (link: Link) => { subject: string; text: string },
  ): Promise<void> {
    const token = randomToken();
    const expiresAt = new Date(this.clock.now().getTime() + lifeMs);
    await this.sessions.insertReset(tx, ref, hashToken(token), expiresAt);
    const url = `${this.config.publicUrl}/password-reset/${token}`;
    const to = { name, address: email };
    await this.postNotice.within(tx, {
      tenantId: ref.tenantId,
      kind,
      to,
      locale,
      ...mail({ url, expiresAt }),
    });
  }
}
