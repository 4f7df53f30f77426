import { Members, PersonAccess } from '#lib/accounts';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PersonalDataSource, Section, Subject } from '../personal-data-source.js';

/** A person who signs in for a tenant, with the records of access. */
@Injectable()
export class MembersSource implements PersonalDataSource {
  readonly tables = ['members', 'sessions', 'known_devices', 'audit_trail'];

  constructor(
    private readonly members: Members,
    private readonly access: PersonAccess,
  ) {}

  async collect(tx: Tx, subject: Subject): Promise<Section[]> {
    if (subject.kind !== 'contact' || !subject.tenantId) return [];
    const { tenantId, address } = subject;
    const member = await this.members.byAddress(tx, tenantId, address);
    if (!member) return [];
    const { id, name, email, role, createdAt } = member;
    return [
      {
        title: { ja: '担当者としての登録', en: 'Your account' },
        tables: ['members'],
        records: [{ name, email, role, createdAt }],
      },
      {
        title: { ja: 'サインインの記録', en: 'Sign-ins' },
        tables: ['sessions', 'known_devices'],
        records: await this.access.signIns(tx, tenantId, id),
      },
      {
        title: { ja: '操作の記録', en: 'What you did' },
        tables: ['audit_trail'],
        records: await this.access.deeds(tx, tenantId, id),
      },
    ];
  }
}
