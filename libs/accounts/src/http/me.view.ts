import { Choice, Instant, Nested, Text, Uuid } from '#platform/http';
import type { Actor } from '../domain/actor.js';
import type { Me } from '../use-cases/read-me.js';
import { SessionView, sessionView } from './session.dto.js';

export class MyTenantView {
  @Uuid() id!: string;
  @Text() slug!: string;
  @Text() name!: string;
  @Choice(['ja', 'en']) locale!: string;
}

export class FrozenView {
  @Instant() since!: string;
  @Choice(['password', 'device', 'api-key', 'other']) what!: string;
}

export class ActingView {
  @Uuid() tenantId!: string;
  @Text() tenantName!: string;
  @Instant() until!: string;
}

export class MeView extends SessionView {
  @Text() name!: string;
  @Text({ max: 254 }) email!: string;
  @Nested(() => MyTenantView, { nullable: true }) tenant!: MyTenantView | null;
  @Nested(() => FrozenView, { nullable: true, about: 'A reported leak stops all sending' })
  frozen!: FrozenView | null;
  @Nested(() => ActingView, { nullable: true, about: 'An operator works in the name of a tenant' })
  acting!: ActingView | null;
}

export const meView = (
  actor: Extract<Actor, { role: string }>,
  { session, name, email, tenant, leak }: Me,
  csrfToken: string,
): MeView => ({
  ...sessionView(actor, session, csrfToken),
  name,
  email,
  tenant: tenant ?? null,
  frozen: leak ? { since: leak.reportedAt.toISOString(), what: leak.what } : null,
  acting:
    session.acting && tenant
      ? { tenantId: tenant.id, tenantName: tenant.name, until: session.acting.until.toISOString() }
      : null,
});
