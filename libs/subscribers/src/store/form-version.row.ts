import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FormContent } from '../domain/form.js';

@Entity('form_versions')
export class FormVersionRow {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  newsletterId!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('jsonb')
  content!: FormContent;

  /** Counts the savings of a draft. */
  @Column('integer')
  revision!: number;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  /** SHA-256 of the content as stored. */
  @Column('bytea', { nullable: true })
  textHash!: Buffer | null;
}
