import { Choice, Instant, NestedList, Text, Uuid } from '#platform/http';
import { memberRoles } from '../domain/actor.js';
import type { MemberRole } from '../domain/actor.js';
import type { InvitationRow } from '../store/invitation.row.js';
import type { MemberRow } from '../store/member.row.js';

export class ChangeRoleDto {
  @Choice(memberRoles) role!: MemberRole;
}

export class InviteMemberDto {
  @Text({ max: 254 }) email!: string;
  @Choice(memberRoles) role!: MemberRole;
}

export class MemberView {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text() email!: string;
  @Choice(memberRoles) role!: string;
  @Instant() createdAt!: string;
}

export class MemberListView {
  @NestedList(() => MemberView) items!: MemberView[];
}

export class InvitationView {
  @Uuid() id!: string;
  @Text() email!: string;
  @Choice(memberRoles) role!: string;
  @Instant() createdAt!: string;
  @Instant() expiresAt!: string;
}

export class InvitationListView {
  @NestedList(() => InvitationView) items!: InvitationView[];
}

export const memberView = ({ id, name, email, role, createdAt }: MemberRow): MemberView => ({
  id,
  name,
  email,
  role,
  createdAt: createdAt.toISOString(),
});

export const invitationView = (row: InvitationRow): InvitationView => ({
  id: row.id,
  email: row.email,
  role: row.role,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});
