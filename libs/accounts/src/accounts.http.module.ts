import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountsModule } from './accounts.module.js';
import { AcceptInvitationController } from './http/accept-invitation.controller.js';
import { AccountPagesController } from './http/account-pages.controller.js';
import { ApiKeysController } from './http/api-keys.controller.js';
import { AuditController } from './http/audit.controller.js';
import { InvitationsController } from './http/invitations.controller.js';
import { MembersController } from './http/members.controller.js';
import { OperatorTenantsController } from './http/operator-tenants.controller.js';
import { OperatorsController } from './http/operators.controller.js';
import { TrainingsController } from './http/trainings.controller.js';
import { PasswordResetsController } from './http/password-resets.controller.js';
import { SenderSettingsController } from './http/sender-settings.controller.js';
import { AccessGuard } from './http/access.guard.js';
import { DataAccessController } from './http/data-access.controller.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { OperatorReadsInterceptor } from './http/operator-reads.interceptor.js';
import { SessionCookie } from './http/session-cookie.js';
import { AssistanceController } from './http/assistance.controller.js';
import { CompleteSignInController } from './http/complete-sign-in.controller.js';
import { LeakController } from './http/leak.controller.js';
import { MeController } from './http/me.controller.js';
import { PasskeysController } from './http/passkeys.controller.js';
import { SecondFactorController } from './http/second-factor.controller.js';
import { SessionsController } from './http/sessions.controller.js';
import { SessionController } from './http/session.controller.js';
import { OperatorDoor } from './http/operator-door.js';
import { SignInDoor } from './http/sign-in-door.js';
import { SignInController } from './http/sign-in.controller.js';

/** Routes of accounts, and what stands before the routes of every library: the guard, the idempotency keys, the log of what operators see. */
@Module({
  imports: [AccountsModule],
  controllers: [
    AcceptInvitationController,
    AccountPagesController,
    ApiKeysController,
    AuditController,
    DataAccessController,
    InvitationsController,
    MembersController,
    OperatorTenantsController,
    OperatorsController,
    TrainingsController,
    PasswordResetsController,
    SenderSettingsController,
    AssistanceController,
    CompleteSignInController,
    LeakController,
    MeController,
    PasskeysController,
    SecondFactorController,
    SessionsController,
    SessionController,
    SignInController,
  ],
  providers: [
    SessionCookie,
    SignInDoor,
    OperatorDoor,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: OperatorReadsInterceptor },
  ],
  exports: [OperatorDoor],
})
export class AccountsHttpModule {}
