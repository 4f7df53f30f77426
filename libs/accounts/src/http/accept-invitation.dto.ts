import { Choice, Instant, Text } from '#platform/http';
import { memberRoles } from '../domain/actor.js';
import { longestPassword } from '../domain/password.js';
import type { OpenInvitation } from '../store/invitations.store.js';

/** The form of the invitation page. */
export class JoinDto {
  @Text({ max: 100, about: 'The own name, as colleagues will see it' }) name!: string;
  @Text({ max: longestPassword, about: 'At least 10 characters' }) password!: string;
}

export class AcceptInvitationDto extends JoinDto {
  @Text({ max: 100, about: 'From the link in the mail' }) token!: string;
}

export class InvitationTokenDto {
  @Text({ max: 100, about: 'From the link in the mail' }) token!: string;
}

export class OpenInvitationView {
  @Text() tenantName!: string;
  @Text() email!: string;
  @Choice(memberRoles) role!: string;
  @Instant() expiresAt!: string;
}

export const openInvitationView = (invitation: OpenInvitation): OpenInvitationView => ({
  tenantName: invitation.tenantName,
  email: invitation.email,
  role: invitation.role,
  expiresAt: invitation.expiresAt.toISOString(),
});
