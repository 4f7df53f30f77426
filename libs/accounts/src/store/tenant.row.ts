import type { Locale, TenantId } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tenants')
export class TenantRow {
  @PrimaryColumn('uuid') id!: TenantId;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') locale!: Locale;
  @Column('timestamptz') createdAt!: Date;
  /** When all that was lent to it was taken back; null while it is open. */
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
}
