import {
  AnyObject,
  Flag,
  Instant,
  Nested,
  NestedList,
  Text,
  Texts,
  Uuid,
  Whole,
} from '#platform/http';
import { longestPassword } from '../domain/password.js';
import type { Passkey } from '../store/passkeys.store.js';
import type { SecondFactors } from '../use-cases/read-second-factors.js';

export class TicketDto {
  @Text({ max: 100, about: 'From the answer to the password' }) ticket!: string;
}

export class ProofDto extends TicketDto {
  @Text({ optional: true, max: 40, about: 'Of the authenticator app, or a recovery code' })
  code?: string;

  @AnyObject({ optional: true, about: 'What navigator.credentials.get() gave, as JSON' })
  passkey?: Record<string, unknown>;
}

export class PasswordDto {
  @Text({ max: longestPassword, about: 'The own one, once more' }) password!: string;
}

export class CodeDto {
  @Text({ max: 40, about: 'Six digits, as the authenticator app shows them' }) code!: string;
}

export class NewPasskeyDto {
  @Text({ max: 60, about: 'What its owner calls it' }) name!: string;
  @AnyObject({ about: 'What navigator.credentials.create() gave, as JSON' })
  response!: Record<string, unknown>;
}

export class WebAuthnOptionsView {
  @AnyObject({ about: 'For PublicKeyCredential.parse…OptionsFromJSON()' })
  publicKey!: Readonly<Record<string, unknown>>;
}

export class EnrolmentView {
  @Text({ about: 'For typing in' }) secret!: string;
  @Text({ max: 1000, about: 'For a QR code' }) uri!: string;
}

export class RecoveryCodesView {
  @Texts({ about: 'Shown only now; empty when there are some already' })
  recoveryCodes!: readonly string[];
}

export class PasskeyAddedView extends RecoveryCodesView {
  @Uuid() id!: string;
}

export class PasskeyView {
  @Uuid() id!: string;
  @Text() name!: string;
  @Instant() createdAt!: string;
  @Instant({ nullable: true }) lastUsedAt!: string | null;
}

export class TotpView {
  @Instant() since!: string;
}

export class SecondFactorsView {
  @Nested(() => TotpView, { nullable: true }) totp!: TotpView | null;
  @NestedList(() => PasskeyView) passkeys!: readonly PasskeyView[];
  @Whole() recoveryCodesLeft!: number;
  @Flag({ about: 'Nothing else works before there is one' }) required!: boolean;
}

const passkeyView = ({ id, name, createdAt, lastUsedAt }: Passkey): PasskeyView => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

export const secondFactorsView = (factors: SecondFactors): SecondFactorsView => ({
  totp: factors.totpSince ? { since: factors.totpSince.toISOString() } : null,
  passkeys: factors.passkeys.map(passkeyView),
  recoveryCodesLeft: factors.recoveryCodesLeft,
  required: factors.required,
});
