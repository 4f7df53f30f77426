import type { TenantId } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DkimAlgorithm, DkimKey, DkimKeyState } from '../domain/dkim-key.js';

@Entity('dkim_keys')
export class DkimKeyRow implements DkimKey {
  @PrimaryColumn('uuid') tenantId!: TenantId;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') domainId!: string;
  @Column('text') selector!: string;
  @Column('text') algorithm!: DkimAlgorithm;
  @Column('text') state!: DkimKeyState;
  @Column('text') publicKey!: string;
  /** Encrypted; null once retired. Read by name only. */
  @Column('bytea', { nullable: true, select: false }) privateKey!: Buffer | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) activatedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) retireAt!: Date | null;
}
