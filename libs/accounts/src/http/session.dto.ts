import { Choice, Flag, Instant, Text, Texts, Uuid } from '#platform/http';
import type { Actor } from '../domain/actor.js';
import { actorId, tenantOf } from '../domain/actor.js';
import { longestPassword } from '../domain/password.js';
import { permissionsOf } from '../domain/permissions.js';
import { secondFactors } from '../store/sessions.store.js';
import type { Asked } from '../use-cases/ask-for-second-factor.js';
import type { CurrentSession } from '../use-cases/authenticate.js';

export class SignInDto {
  @Text({ max: 254 }) email!: string;
  @Text({ max: longestPassword }) password!: string;
  @Text({ optional: true, max: 40, about: 'Slug of the tenant; needed by who belongs to several' })
  tenant?: string;
}

export class OperatorSignInDto {
  @Text({ max: 254 }) email!: string;
  @Text({ max: longestPassword }) password!: string;
}

export class ChangePasswordDto {
  @Text({ max: longestPassword }) currentPassword!: string;
  @Text({ max: longestPassword, about: 'At least 10 characters' }) newPassword!: string;
}

export class SessionView {
  @Choice(['member', 'operator']) kind!: string;
  @Uuid() id!: string;
  @Uuid({ nullable: true, about: 'Of a member, or for whom an operator acts' }) tenantId!:
    string | null;
  @Choice(['owner', 'editor', 'viewer', 'admin', 'billing', 'support']) role!: string;
  @Texts() permissions!: readonly string[];
  @Text({ about: 'Send it as X-CSRF-Token with every request that changes something' })
  csrfToken!: string;
  @Flag({ about: 'Nothing else works before a second factor is set up' })
  secondFactorNeeded!: boolean;
}

export class SecondFactorNeededView {
  @Text({ about: 'Goes with the second step' }) ticket!: string;
  @Texts({ values: secondFactors }) ways!: readonly string[];
  @Instant() expiresAt!: string;
}

export const secondFactorNeededView = (asked: Asked): SecondFactorNeededView => ({
  ...asked,
  expiresAt: asked.expiresAt.toISOString(),
});

export const sessionView = (
  actor: Extract<Actor, { role: string }>,
  session: CurrentSession,
  csrfToken: string,
): { readonly [K in keyof SessionView]: SessionView[K] } => ({
  kind: actor.kind,
  id: actorId(actor) ?? '',
  tenantId: tenantOf(actor),
  role: actor.role,
  permissions: permissionsOf(actor),
  csrfToken,
  secondFactorNeeded: !session.strongEnough,
});
