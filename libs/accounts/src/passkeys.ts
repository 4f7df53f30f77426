import { Clock } from '#lib/kernel';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
  WebAuthnCredential,
} from '@simplewebauthn/server';
import { accountsErrors } from './accounts.errors.js';
import type { AccountRef } from './domain/account.js';
import { PasskeysStore } from './store/passkeys.store.js';
import type { Passkey } from './store/passkeys.store.js';

export type PasskeyAnswer = AuthenticationResponseJSON;
export type NewPasskeyAnswer = RegistrationResponseJSON;

const knownTransports = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal'];

/**
 * The questions that browsers put to passkeys, and whether the answers are right. The library is large, so it is loaded
 * where somebody uses a passkey, not by every process.
 * @see WebAuthn Level 3 §7
 */
@Injectable()
export class Passkeys {
  private readonly origin: string;
  private readonly rpID: string;

  constructor(
    private readonly store: PasskeysStore,
    private readonly clock: Clock,
    config: Config,
  ) {
    const { origin, hostname } = new URL(config.publicUrl);
    this.origin = origin;
    this.rpID = hostname;
  }

  /** What a browser needs to make a new passkey, the challenge in it. */
  async creation(
    account: { readonly ref: AccountRef; readonly email: string; readonly name: string },
    known: readonly Passkey[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    return generateRegistrationOptions({
      rpName: 'Hikyaku',
      rpID: this.rpID,
      userID: new TextEncoder().encode(account.ref.id),
      userName: account.email,
      userDisplayName: account.name,
      attestationType: 'none',
      excludeCredentials: known.map(descriptionOf),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
  }

  /** @throws BusinessError accounts.wrong-second-factor */
  async created(
    challenge: string | undefined,
    response: NewPasskeyAnswer,
  ): Promise<Pick<WebAuthnCredential, 'id' | 'publicKey' | 'counter'> & { transports: string[] }> {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const found = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge ?? refuse(),
      expectedOrigin: this.origin,
      expectedRPID: this.rpID,
      requireUserVerification: false,
    }).catch(refuse);
    if (!found.verified) return refuse();
    const { id, publicKey, counter } = found.registrationInfo.credential;
    const told: unknown = response.response.transports;
    const transports = knownTransports.filter((one) => Array.isArray(told) && told.includes(one));
    return { id, publicKey, counter, transports };
  }

  /** What a browser needs to ask one of these passkeys. */
  async question(known: readonly Passkey[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    return generateAuthenticationOptions({
      rpID: this.rpID,
      allowCredentials: known.map(descriptionOf),
      userVerification: 'preferred',
    });
  }

  /** @throws BusinessError accounts.wrong-second-factor */
  async check(
    tx: Tx,
    ref: AccountRef,
    challenge: string | null,
    response: PasskeyAnswer,
  ): Promise<void> {
    const passkey = (await this.store.list(tx, ref)).find(
      ({ credentialId }) => credentialId === response.id,
    );
    if (!passkey || challenge === null) return refuse();
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const found = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.rpID,
      requireUserVerification: false,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    }).catch(refuse);
    if (!found.verified) return refuse();
    await this.store.noteUse(tx, passkey.id, found.authenticationInfo.newCounter, this.clock.now());
  }
}

const descriptionOf = ({
  credentialId,
  transports,
}: Passkey): { id: string; transports: string[] } => ({
  id: credentialId,
  transports: [...transports],
});

const refuse = (): never => {
  throw accountsErrors.wrongSecondFactor({ field: 'response' });
};
