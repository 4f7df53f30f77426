import type { TenantId } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDisplay } from '../domain/sender-profile.js';

@Entity('sender_profiles')
export class SenderProfileRow {
  @PrimaryColumn('uuid') tenantId!: TenantId;
  @Column('int') version!: number;
  @Column('text') senderName!: string;
  @Column('text') fromAddress!: string;
  @Column('text', { nullable: true }) replyToAddress!: string | null;
  @Column('jsonb', { nullable: true }) legal!: LegalDisplay | null;
}
