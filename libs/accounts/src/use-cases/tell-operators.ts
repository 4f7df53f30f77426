import { PostNotice, write } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { OperatorPermission } from '../domain/permissions.js';
import { Operators } from '../operators.js';

/** Mails everybody among the operators who may act on it, in Japanese, and nobody else. */
@Injectable()
export class TellOperators {
  constructor(
    private readonly operators: Operators,
    private readonly notices: PostNotice,
  ) {}

  /** The transaction must be the system's. */
  async within<Values>(
    tx: Tx,
    permission: OperatorPermission,
    template: NoticeTemplate<Values>,
    values: Values,
  ): Promise<void> {
    const words = write(template, 'ja', values);
    for (const to of await this.operators.mailboxes(tx, permission))
      await this.notices.within(tx, { tenantId: null, to, locale: 'ja', ...words });
  }
}
