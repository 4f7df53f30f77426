import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { OperatorPermission, TenantPermission } from '../domain/permissions.js';

export const accessKey = 'hikyaku:access';

/** Who may call a route. Every route says it with exactly one decorator of this file; one that says nothing is closed. */
export type Access =
  | { readonly for: 'public' }
  | { readonly for: 'signed-in' }
  | { readonly for: 'tenant'; readonly permission: TenantPermission }
  | { readonly for: 'operator'; readonly permission: OperatorPermission };

type Decorator = MethodDecorator & ClassDecorator;

const access = (value: Access, ...documented: Decorator[]): Decorator =>
  applyDecorators(SetMetadata(accessKey, value), ApiExtension('x-access', value), ...documented);

/** For anybody; the caller is not even looked at. */
export const Public = (): Decorator => access({ for: 'public' });

/** For any member or operator who is signed in, whatever the role; not for API keys. */
export const ForSignedIn = (): Decorator => access({ for: 'signed-in' }, ApiCookieAuth());

/** For members and API keys of a tenant that have the permission; they act on their own tenant only. */
export const ForTenant = (permission: TenantPermission): Decorator =>
  access({ for: 'tenant', permission }, ApiCookieAuth(), ApiBearerAuth());

/** For operators that have the permission. */
export const ForOperator = (permission: OperatorPermission): Decorator =>
  access({ for: 'operator', permission }, ApiCookieAuth());
