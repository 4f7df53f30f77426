import { Clock, randomToken } from '#lib/kernel';
import { PostNotice } from '#lib/notices';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Log } from '#platform/log';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail.js';
import type { Whereabouts } from '../domain/account.js';
import { newDeviceMail } from '../domain/security-mails.js';
import { DevicesStore } from '../store/devices.store.js';
import { SessionsStore } from '../store/sessions.store.js';
import type { SecondFactor } from '../store/sessions.store.js';
import type { FoundAccount } from '../store/sign-in.store.js';
import { Tenants } from '../tenants.js';

/** The browser at the door. */
export interface Visit extends Whereabouts {
  /** From the cookie by which it is known again. */
  readonly deviceToken: string;
}

interface Proven {
  readonly account: FoundAccount;
  readonly secondFactor: SecondFactor | null;
  readonly visit: Visit;
}

/** Opens the session of who proved to be the account's owner, and tells that owner of a device never seen before. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionsStore,
    private readonly devices: DevicesStore,
    private readonly tenants: Tenants,
    private readonly postNotice: PostNotice,
    private readonly audit: AuditTrail,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Gives the session's token, which is kept nowhere else. */
  async within(tx: Tx, { account, secondFactor, visit }: Proven): Promise<string> {
    const { ref, actor } = account;
    const { device, network, deviceToken } = visit;
    const now = this.clock.now();
    const token = randomToken();
    const place = { device, network };
    await this.sessions.insert(
      tx,
      ref,
      { tokenHash: hashToken(token), secondFactor, ...place },
      now,
    );
    const seen = { tokenHash: hashToken(deviceToken), ...place };
    if ((await this.devices.note(tx, ref, seen, now)) === 'new')
      await this.alert(tx, account, now, visit);
    await this.audit.record(tx, {
      tenantId: ref.tenantId,
      actor,
      action: 'session.opened',
      subject: { kind: ref.kind, id: ref.id },
      details: { ...place, secondFactor: secondFactor ?? 'none' },
    });
    tx.afterCommit(() => {
      this.log.event('accounts.signed-in', { kind: ref.kind, id: ref.id });
    });
    return token;
  }

  private async alert(tx: Tx, account: FoundAccount, at: Date, where: Whereabouts): Promise<void> {
    const { ref, email, name } = account;
    const tenant = ref.kind === 'member' ? await this.tenants.get(tx, ref.tenantId) : undefined;
    const locale = tenant?.locale ?? 'ja';
    const { device, network } = where;
    const page = tenant ? 'settings/security' : 'operator/security';
    const url = `${this.config.publicUrl}/console/${page}`;
    await this.postNotice.within(tx, {
      tenantId: ref.tenantId,
      kind: 'accounts.new-device',
      to: { name, address: email },
      locale,
      ...newDeviceMail[locale]({ name, device, network, at, url }),
    });
  }
}
