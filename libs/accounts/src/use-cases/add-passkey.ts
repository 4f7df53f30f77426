import { Clock, newId } from '#lib/kernel';
import { Database, isDuplicate } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import { accountOf } from '../domain/account.js';
import type { Actor } from '../domain/actor.js';
import { Passkeys } from '../passkeys.js';
import type { NewPasskeyAnswer } from '../passkeys.js';
import { PasskeysStore } from '../store/passkeys.store.js';
import { SessionListStore } from '../store/session-list.store.js';
import { SessionsStore } from '../store/sessions.store.js';
import { ConfirmPassword } from './confirm-password.js';
import { IssueRecoveryCodes } from './issue-recovery-codes.js';

const mostPasskeys = 20;

interface NewPasskey {
  readonly actor: Actor;
  readonly sessionId: string;
  /** What its owner calls it. */
  readonly name: string;
  readonly response: NewPasskeyAnswer;
}

/** Adds a passkey in two steps: the question for the browser, then its answer. */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly database: Database,
    private readonly confirm: ConfirmPassword,
    private readonly passkeys: Passkeys,
    private readonly store: PasskeysStore,
    private readonly sessions: SessionsStore,
    private readonly list: SessionListStore,
    private readonly issueCodes: IssueRecoveryCodes,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.wrong-password, accounts.too-many-passkeys, accounts.too-many-tries */
  async begin(wish: {
    actor: Actor;
    sessionId: string;
    password: string;
    ip: string;
  }): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const account = await this.confirm.execute(wish);
    return this.database.asSystem(async (tx) => {
      const known = await this.store.list(tx, account.ref);
      if (known.length >= mostPasskeys) throw accountsErrors.tooManyPasskeys();
      const options = await this.passkeys.creation(account, known);
      await this.list.setChallenge(tx, wish.sessionId, options.challenge);
      return options;
    });
  }

  /** Gives the id, and recovery codes with the first second factor. @throws BusinessError accounts.wrong-second-factor */
  async execute(wish: NewPasskey): Promise<{ id: string; recoveryCodes: readonly string[] }> {
    const { actor, sessionId, name, response } = wish;
    const ref = accountOf(actor);
    if (!ref) throw accountsErrors.notAllowed();
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    return this.database.asSystem(async (tx) => {
      const challenge = await this.list.lockChallenge(tx, sessionId);
      const made = await this.passkeys.created(challenge, response);
      await this.list.setChallenge(tx, sessionId, null);
      const { id: credentialId, counter, transports } = made;
      const publicKey = Buffer.from(made.publicKey);
      const passkey = { id, credentialId, publicKey, counter, transports, name, createdAt };
      await this.store.insert(tx, ref, passkey).catch((error: unknown) => {
        throw isDuplicate(error) ? accountsErrors.wrongSecondFactor({ field: 'response' }) : error;
      });
      await this.sessions.setSecondFactor(tx, sessionId, 'passkey');
      await this.audit.record(tx, {
        tenantId: ref.tenantId,
        actor,
        action: 'passkey.added',
        subject: { kind: ref.kind, id: ref.id },
      });
      return { id, recoveryCodes: await this.issueCodes.firstWithin(tx, ref) };
    });
  }
}
