import type { TenantId } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('api_keys')
export class ApiKeyRow {
  @PrimaryColumn('uuid') tenantId!: TenantId;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** The first characters of the key, by which people tell keys apart. */
  @Column('text') prefix!: string;
  @Column('bytea', { select: false }) secretHash!: Buffer;
  @Column('text', { array: true }) scopes!: string[];
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}
