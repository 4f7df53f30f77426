import type { TenantId } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberRole } from '../domain/actor.js';

@Entity('members')
export class MemberRow {
  @PrimaryColumn('uuid') tenantId!: TenantId;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') role!: MemberRole;
  @Column('text', { select: false }) passwordHash!: string;
  @Column('timestamptz') createdAt!: Date;
}
