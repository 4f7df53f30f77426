import { Members } from '#lib/accounts';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PersonalDataSource, Section, Subject } from '../personal-data-source.js';

/** A person who signs in for a tenant. */
@Injectable()
export class MembersSource implements PersonalDataSource {
  constructor(private readonly members: Members) {}

  async collect(tx: Tx, subject: Subject): Promise<Section[]> {
    if (subject.kind !== 'contact' || !subject.tenantId) return [];
    const member = await this.members.byAddress(tx, subject.tenantId, subject.address);
    if (!member) return [];
    const { name, email, role, createdAt } = member;
    return [
      {
        title: { ja: '担当者としての登録', en: 'Your account' },
        tables: ['members'],
        records: [{ name, email, role, createdAt }],
      },
    ];
  }
}
