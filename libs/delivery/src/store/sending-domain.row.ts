import type { TenantId } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DomainCheck, SendingDomain } from '../domain/sending-domain.js';

@Entity('sending_domains')
export class SendingDomainRow implements SendingDomain {
  @PrimaryColumn('uuid') tenantId!: TenantId;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') domain!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) verifiedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) checkedAt!: Date | null;
  @Column('jsonb', { nullable: true }) lastCheck!: DomainCheck | null;
}
