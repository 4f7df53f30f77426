import { NoticesModule } from '#lib/notices';
import { Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';
import { Members } from './members.js';
import { Passwords } from './passwords.js';
import { SenderProfiles } from './sender-profiles.js';
import { ApiKeysStore } from './store/api-keys.store.js';
import { AuditStore } from './store/audit.store.js';
import { IdempotencyStore } from './store/idempotency.store.js';
import { InvitationsStore } from './store/invitations.store.js';
import { MembersStore } from './store/members.store.js';
import { OperatorsStore } from './store/operators.store.js';
import { SenderProfilesStore } from './store/sender-profiles.store.js';
import { SessionsStore } from './store/sessions.store.js';
import { SignInStore } from './store/sign-in.store.js';
import { TenantsStore } from './store/tenants.store.js';
import { TriesStore } from './store/tries.store.js';
import { Tenants } from './tenants.js';
import { AcceptInvitation } from './use-cases/accept-invitation.js';
import { AddMember } from './use-cases/add-member.js';
import { AddOperator } from './use-cases/add-operator.js';
import { Authenticate } from './use-cases/authenticate.js';
import { ChangePassword } from './use-cases/change-password.js';
import { ChangeRole } from './use-cases/change-role.js';
import { CloseTenant } from './use-cases/close-tenant.js';
import { CountTries } from './use-cases/count-tries.js';
import { CreateApiKey } from './use-cases/create-api-key.js';
import { ForgetExpired } from './use-cases/forget-expired.js';
import { InviteMember } from './use-cases/invite-member.js';
import { RegisterTenant } from './use-cases/register-tenant.js';
import { RemoveMember } from './use-cases/remove-member.js';
import { RemoveOperator } from './use-cases/remove-operator.js';
import { RequestPasswordReset } from './use-cases/request-password-reset.js';
import { ResetPassword } from './use-cases/reset-password.js';
import { RevokeApiKey } from './use-cases/revoke-api-key.js';
import { SetSenderProfile } from './use-cases/set-sender-profile.js';
import { ShowInvitation } from './use-cases/show-invitation.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignOut } from './use-cases/sign-out.js';
import { WithdrawInvitation } from './use-cases/withdraw-invitation.js';

const stores = [
  ApiKeysStore,
  AuditStore,
  IdempotencyStore,
  InvitationsStore,
  MembersStore,
  OperatorsStore,
  SenderProfilesStore,
  SessionsStore,
  SignInStore,
  TenantsStore,
  TriesStore,
];

const doors = [AuditTrail, Members, SenderProfiles, Tenants];

const useCases = [
  AcceptInvitation,
  AddMember,
  AddOperator,
  Authenticate,
  ChangePassword,
  ChangeRole,
  CloseTenant,
  CountTries,
  CreateApiKey,
  ForgetExpired,
  InviteMember,
  RegisterTenant,
  RemoveMember,
  RemoveOperator,
  RequestPasswordReset,
  ResetPassword,
  RevokeApiKey,
  SetSenderProfile,
  ShowInvitation,
  SignIn,
  SignOut,
  WithdrawInvitation,
];

@Module({
  imports: [NoticesModule],
  providers: [Passwords, ...stores, ...doors, ...useCases],
  exports: [...stores, ...doors, ...useCases],
})
export class AccountsModule {}
