import type { Locale, TenantId } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail of the platform itself. `body` may hold a link that opens an account, so it goes once the mail is out. */
@Entity('notices')
export class NoticeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) tenantId!: TenantId | null;
  @Column('text') kind!: string;
  @Column('text') locale!: Locale;
  @Column('text', { nullable: true }) toName!: string | null;
  @Column('text') toAddress!: string;
  @Column('text') subject!: string;
  @Column('text', { nullable: true }) body!: string | null;
  @Column('timestamptz') postedAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { nullable: true }) refusedAt!: Date | null;
}
