import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import { accountOf } from '../domain/account.js';
import type { Actor } from '../domain/actor.js';
import { SecondFactorsStore } from '../store/second-factors.store.js';
import { SessionsStore } from '../store/sessions.store.js';
import { TriesStore } from '../store/tries.store.js';
import { CheckCode } from './check-code.js';
import { CountTries } from './count-tries.js';
import { IssueRecoveryCodes } from './issue-recovery-codes.js';

interface Confirmation {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly code: string;
  readonly ip: string;
}

/** Ends the enrolment of an authenticator app with a code of it; from now on sign-in asks for one. */
@Injectable()
export class ConfirmTotp {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorsStore,
    private readonly checkCode: CheckCode,
    private readonly countTries: CountTries,
    private readonly tries: TriesStore,
    private readonly issueCodes: IssueRecoveryCodes,
    private readonly sessions: SessionsStore,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Gives new recovery codes, or none when the account has some.
   * @throws BusinessError accounts.wrong-second-factor, accounts.totp-is-set, accounts.too-many-tries
   */
  async execute({ actor, sessionId, code, ip }: Confirmation): Promise<readonly string[]> {
    const ref = accountOf(actor);
    if (!ref) throw accountsErrors.notAllowed();
    const receipt = await this.countTries.execute({ what: 'second-factor', email: ref.id, ip });
    return this.database.asSystem(async (tx) => {
      if (await this.factors.confirmedSince(tx, ref)) throw accountsErrors.totpIsSet();
      if (!(await this.checkCode.takes(tx, ref, code)))
        throw accountsErrors.wrongSecondFactor({ field: 'code' });
      await this.tries.takeBack(tx, receipt);
      await this.sessions.setSecondFactor(tx, sessionId, 'totp');
      await this.audit.record(tx, {
        tenantId: ref.tenantId,
        actor,
        action: 'totp.set',
        subject: { kind: ref.kind, id: ref.id },
      });
      return this.issueCodes.firstWithin(tx, ref);
    });
  }
}
