import type { Locale, TenantId } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const noticeChannels = ['mail', 'letter', 'portal'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** What the platform itself tells a member, an operator or a tenant, with what became of it. */
@Entity('notices')
export class NoticeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) tenantId!: TenantId | null;
  @Column('text') kind!: string;
  /** `contracts.start-notice/1`: which version of which template it was written by. */
  @Column('text', { nullable: true }) template!: string | null;
  @Column('text') channel!: NoticeChannel;
  @Column('text') locale!: Locale;
  @Column('text', { nullable: true }) toName!: string | null;
  @Column('text', { nullable: true }) toAddress!: string | null;
  @Column('text', { nullable: true }) postalAddress!: string | null;
  @Column('text') subject!: string;
  /** Null once a secret text is out. */
  @Column('text', { nullable: true }) body!: string | null;
  /** Of the text, as hexadecimal: what was sent can be proved. */
  @Column('text', { nullable: true }) sha256!: string | null;
  /** It holds a link that opens something, so its text goes once the mail is out and no inbox shows it. */
  @Column('boolean') secret!: boolean;
  @Column('timestamptz') postedAt!: Date;
  @Column('timestamptz', { nullable: true }) printedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { nullable: true }) arrivedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) bouncedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) refusedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  /** The notice that came back and that this one says once more. */
  @Column('uuid', { nullable: true }) repeatOf!: string | null;
  /** Of what a tenant is told once in each kind, whoever asks for it again. */
  @Column('uuid', { nullable: true }) about!: string | null;
  /** It came back, and an operator leaves it at that. */
  @Column('timestamptz', { nullable: true }) letBeAt!: Date | null;
}
