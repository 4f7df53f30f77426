import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { passwordResetMail } from '../domain/mails.js';
import { emailKey } from '../domain/read-email.js';
import { SignInStore } from '../store/sign-in.store.js';
import type { FoundAccount } from '../store/sign-in.store.js';
import { Tenants } from '../tenants.js';
import { CountTries } from './count-tries.js';
import { MailPasswordLink } from './mail-password-link.js';

/** Mails a link for a new password to each account with that address, and says nothing about whether there is one. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly database: Database,
    private readonly countTries: CountTries,
    private readonly accounts: SignInStore,
    private readonly tenants: Tenants,
    private readonly mailLink: MailPasswordLink,
  ) {}

  /** @throws BusinessError accounts.too-many-tries */
  async execute({ email, ip }: { email: string; ip: string }): Promise<void> {
    await this.countTries.execute({ what: 'password-reset', email, ip });
    await this.database.asSystem(async (tx) => {
      const members = await this.accounts.members(tx, emailKey(email), undefined);
      const operators = await this.accounts.operators(tx, emailKey(email));
      for (const account of [...members, ...operators]) await this.mail(tx, account);
    });
  }

  private async mail(tx: Tx, account: FoundAccount): Promise<void> {
    const { ref, name } = account;
    const tenant = ref.kind === 'member' ? await this.tenants.get(tx, ref.tenantId) : undefined;
    const locale = tenant?.locale ?? 'ja';
    await this.mailLink.within(tx, account, locale, 'accounts.password-reset', (link) =>
      passwordResetMail[locale]({ name, tenantName: tenant?.name ?? null, ...link }),
    );
  }
}
