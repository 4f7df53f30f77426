import { NoticesModule } from '#lib/notices';
import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import { AuditChain } from './audit-chain.js';
import { AuditTrail } from './audit-trail.js';
import { LeakFreeze } from './leak-freeze.js';
import { Members } from './members.js';
import { Operators } from './operators.js';
import { Passkeys } from './passkeys.js';
import { Passwords } from './passwords.js';
import { SenderProfiles } from './sender-profiles.js';
import { ApiKeysStore } from './store/api-keys.store.js';
import { AuditSealsStore } from './store/audit-seals.store.js';
import { AuditStore } from './store/audit.store.js';
import { ConsentsStore } from './store/consents.store.js';
import { DevicesStore } from './store/devices.store.js';
import { IdempotencyStore } from './store/idempotency.store.js';
import { InvitationsStore } from './store/invitations.store.js';
import { LeakReportsStore } from './store/leak-reports.store.js';
import { MembersStore } from './store/members.store.js';
import { OperatorReadsStore } from './store/operator-reads.store.js';
import { OperatorsStore } from './store/operators.store.js';
import { PasskeysStore } from './store/passkeys.store.js';
import { PersonAccess } from './store/person-access.store.js';
import { SecondFactorsStore } from './store/second-factors.store.js';
import { SenderProfilesStore } from './store/sender-profiles.store.js';
import { SessionListStore } from './store/session-list.store.js';
import { SessionSpreads } from './store/session-spread.store.js';
import { SessionsStore } from './store/sessions.store.js';
import { SignInTicketsStore } from './store/sign-in-tickets.store.js';
import { SignInStore } from './store/sign-in.store.js';
import { TenantsStore } from './store/tenants.store.js';
import { TrainingsStore } from './store/trainings.store.js';
import { TriesStore } from './store/tries.store.js';
import { Tenants } from './tenants.js';
import { AcceptInvitation } from './use-cases/accept-invitation.js';
import { ActForTenant } from './use-cases/act-for-tenant.js';
import { AddMember } from './use-cases/add-member.js';
import { AddOperator } from './use-cases/add-operator.js';
import { AddPasskey } from './use-cases/add-passkey.js';
import { AskForSecondFactor } from './use-cases/ask-for-second-factor.js';
import { AskPasskey } from './use-cases/ask-passkey.js';
import { Authenticate } from './use-cases/authenticate.js';
import { ChangeOperatorRole } from './use-cases/change-operator-role.js';
import { ChangePassword } from './use-cases/change-password.js';
import { ChangeRole } from './use-cases/change-role.js';
import { CheckCode } from './use-cases/check-code.js';
import { CloseTenant } from './use-cases/close-tenant.js';
import { CompleteSignIn } from './use-cases/complete-sign-in.js';
import { ConfirmPassword } from './use-cases/confirm-password.js';
import { ConfirmTotp } from './use-cases/confirm-totp.js';
import { ConsentToAssistance } from './use-cases/consent-to-assistance.js';
import { CountTries } from './use-cases/count-tries.js';
import { CreateApiKey } from './use-cases/create-api-key.js';
import { EndSession } from './use-cases/end-session.js';
import { EnrolTotp } from './use-cases/enrol-totp.js';
import { ForgetExpired } from './use-cases/forget-expired.js';
import { InviteMember } from './use-cases/invite-member.js';
import { IssueRecoveryCodes } from './use-cases/issue-recovery-codes.js';
import { LiftLeakFreeze } from './use-cases/lift-leak-freeze.js';
import { MailPasswordLink } from './use-cases/mail-password-link.js';
import { OpenSession } from './use-cases/open-session.js';
import { ReadMe } from './use-cases/read-me.js';
import { ReadSecondFactors } from './use-cases/read-second-factors.js';
import { RecordTraining } from './use-cases/record-training.js';
import { RegisterTenant } from './use-cases/register-tenant.js';
import { RemoveMember } from './use-cases/remove-member.js';
import { RemoveOperator } from './use-cases/remove-operator.js';
import { RemoveSecondFactor } from './use-cases/remove-second-factor.js';
import { ReportLeak } from './use-cases/report-leak.js';
import { RequestPasswordReset } from './use-cases/request-password-reset.js';
import { ResetSecondFactor } from './use-cases/reset-second-factor.js';
import { ResetPassword } from './use-cases/reset-password.js';
import { RevokeApiKey } from './use-cases/revoke-api-key.js';
import { SealAuditTrail } from './use-cases/seal-audit-trail.js';
import { SetSenderProfile } from './use-cases/set-sender-profile.js';
import { ShowInvitation } from './use-cases/show-invitation.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignOut } from './use-cases/sign-out.js';
import { TellMembers } from './use-cases/tell-members.js';
import { TellOperators } from './use-cases/tell-operators.js';
import { TellOwners } from './use-cases/tell-owners.js';
import { VerifyAuditTrail } from './use-cases/verify-audit-trail.js';
import { WithdrawInvitation } from './use-cases/withdraw-invitation.js';
import { accountsRetention } from './store/retention.js';

const stores = [
  ApiKeysStore,
  AuditSealsStore,
  AuditStore,
  ConsentsStore,
  DevicesStore,
  IdempotencyStore,
  InvitationsStore,
  LeakReportsStore,
  MembersStore,
  OperatorReadsStore,
  OperatorsStore,
  PasskeysStore,
  SecondFactorsStore,
  SenderProfilesStore,
  SessionListStore,
  SessionsStore,
  SignInStore,
  SignInTicketsStore,
  TenantsStore,
  TrainingsStore,
  TriesStore,
];

const doors = [
  AuditTrail,
  LeakFreeze,
  Members,
  Operators,
  PersonAccess,
  SenderProfiles,
  SessionSpreads,
  TellMembers,
  TellOperators,
  TellOwners,
  Tenants,
];

const useCases = [
  AcceptInvitation,
  ActForTenant,
  AddMember,
  AddOperator,
  AddPasskey,
  AskForSecondFactor,
  AskPasskey,
  Authenticate,
  ChangeOperatorRole,
  ChangePassword,
  ChangeRole,
  CheckCode,
  CloseTenant,
  CompleteSignIn,
  ConfirmPassword,
  ConfirmTotp,
  ConsentToAssistance,
  CountTries,
  CreateApiKey,
  EndSession,
  EnrolTotp,
  ForgetExpired,
  InviteMember,
  IssueRecoveryCodes,
  LiftLeakFreeze,
  MailPasswordLink,
  OpenSession,
  ReadMe,
  ReadSecondFactors,
  RecordTraining,
  RegisterTenant,
  RemoveMember,
  RemoveOperator,
  RemoveSecondFactor,
  ReportLeak,
  RequestPasswordReset,
  ResetPassword,
  ResetSecondFactor,
  RevokeApiKey,
  SealAuditTrail,
  SetSenderProfile,
  ShowInvitation,
  SignIn,
  SignOut,
  VerifyAuditTrail,
  WithdrawInvitation,
];

@Module({
  imports: [NoticesModule],
  providers: [
    retentionPart('accounts', accountsRetention),
    AuditChain,
    Passkeys,
    Passwords,
    ...stores,
    ...doors,
    ...useCases,
  ],
  exports: [...stores, ...doors, ...useCases],
})
export class AccountsModule {}
