import { Clock, randomToken } from '#lib/kernel';
import { PostNotice } from '#lib/notices';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { passwordResetMail } from '../domain/mails.js';
import { emailKey } from '../domain/read-email.js';
import { SessionsStore } from '../store/sessions.store.js';
import { SignInStore } from '../store/sign-in.store.js';
import type { FoundAccount } from '../store/sign-in.store.js';
import { Tenants } from '../tenants.js';
import { CountTries } from './count-tries.js';

const lifeMs = 60 * 60_000;

/** Mails a link for a new password to each account with that address, and says nothing about whether there is one. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly database: Database,
    private readonly countTries: CountTries,
    private readonly accounts: SignInStore,
    private readonly sessions: SessionsStore,
    private readonly tenants: Tenants,
    private readonly postNotice: PostNotice,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.too-many-tries */
  async execute({ email, ip }: { email: string; ip: string }): Promise<void> {
    await this.countTries.execute({ what: 'password-reset', email, ip });
    await this.database.asSystem(async (tx) => {
      const members = await this.accounts.members(tx, emailKey(email), undefined);
      const operators = await this.accounts.operators(tx, emailKey(email));
      for (const account of [...members, ...operators]) await this.mailLink(tx, account);
    });
  }

  private async mailLink(tx: Tx, { ref, email, name }: FoundAccount): Promise<void> {
    const tenant = ref.kind === 'member' ? await this.tenants.get(tx, ref.tenantId) : undefined;
    const locale = tenant?.locale ?? 'ja';
    const token = randomToken();
    const expiresAt = new Date(this.clock.now().getTime() + lifeMs);
    await this.sessions.insertReset(tx, ref, hashToken(token), expiresAt);
    const url = `${this.config.publicUrl}/password-reset/${token}`;
    await this.postNotice.within(tx, {
      tenantId: ref.tenantId,
      kind: 'accounts.password-reset',
      to: { name, address: email },
      locale,
      ...passwordResetMail[locale]({ name, tenantName: tenant?.name ?? null, url, expiresAt }),
    });
  }
}
