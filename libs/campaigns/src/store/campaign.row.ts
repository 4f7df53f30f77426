import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DraftCategory, DraftFormat } from '../domain/draft-kinds.js';
import type { CampaignStatus, StopReceipt } from '../domain/campaign.js';

@Entity('campaigns')
export class CampaignRow {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  status!: CampaignStatus;

  @Column('text')
  subject!: string;

  @Column('text')
  preheader!: string;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  html!: string | null;

  @Column('text')
  format!: DraftFormat;

  @Column('text', { nullable: true })
  mjml!: string | null;

  @Column('jsonb', { nullable: true })
  blocks!: object | null;

  @Column('text')
  category!: DraftCategory;

  @Column('uuid', { array: true })
  newsletterIds!: string[];

  @Column('uuid', { nullable: true })
  segmentId!: string | null;

  @Column('jsonb', { nullable: true })
  condition!: object | null;

  @Column('boolean')
  ownFooter!: boolean;

  @Column('boolean')
  tracking!: boolean;

  @Column('int', { nullable: true })
  contentVersion!: number | null;

  @Column('timestamptz', { nullable: true })
  scheduledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  launchedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  receipt!: StopReceipt | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
