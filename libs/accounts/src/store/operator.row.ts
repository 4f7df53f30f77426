import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OperatorRole } from '../domain/actor.js';

@Entity('operators')
export class OperatorRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') role!: OperatorRole;
  @Column('text', { select: false }) passwordHash!: string;
  @Column('timestamptz') createdAt!: Date;
}
