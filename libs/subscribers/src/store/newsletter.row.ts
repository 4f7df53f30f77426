import type { Locale } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('newsletters')
export class NewsletterRow {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  @Column('text')
  listId!: string;

  @Column('text')
  locale!: Locale;

  @Column('integer', { nullable: true })
  publishedForm!: number | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;
}
