import type { TenantId } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberRole } from '../domain/actor.js';

@Entity('invitations')
export class InvitationRow {
  @PrimaryColumn('uuid') tenantId!: TenantId;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') role!: MemberRole;
  @Column('bytea', { select: false }) tokenHash!: Buffer;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
}
