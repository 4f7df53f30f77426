import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountsModule } from './accounts.module.js';
import { AccessGuard } from './http/access.guard.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { SessionCookie } from './http/session-cookie.js';
import { SessionController } from './http/session.controller.js';
import { SignInController } from './http/sign-in.controller.js';

/** Routes of accounts, and what stands before the routes of every library: the guard and the idempotency keys. */
@Module({
  imports: [AccountsModule],
  controllers: [SignInController, SessionController],
  providers: [
    SessionCookie,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
})
export class AccountsHttpModule {}
