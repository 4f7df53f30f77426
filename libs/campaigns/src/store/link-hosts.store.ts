import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { LinkHosts } from '../domain/link-dangers.js';

export const linkHostKinds = ['blocked', 'shortener'] as const;
export type LinkHostKind = (typeof linkHostKinds)[number];

export interface LinkHost {
  readonly host: string;
  readonly kind: LinkHostKind;
  readonly note: string;
  readonly addedAt: Date;
}

/** Hosts that operators keep a list of; every tenant's check reads it, operators write it. */
@Injectable()
export class LinkHostsStore {
  list(tx: Tx): Promise<LinkHost[]> {
    return tx.query<LinkHost>(
      'SELECT host, kind, note, added_at AS "addedAt" FROM link_hosts ORDER BY kind, host',
    );
  }

  async sets(tx: Tx): Promise<LinkHosts> {
    const all = await this.list(tx);
    const of = (wanted: LinkHostKind): ReadonlySet<string> =>
      new Set(all.filter(({ kind }) => kind === wanted).map(({ host }) => host));
    return { blocked: of('blocked'), shorteners: of('shortener') };
  }

  async save(tx: Tx, { host, kind, note, addedAt }: LinkHost): Promise<void> {
    await tx.execute(
      `INSERT INTO link_hosts (host, kind, note, added_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (host) DO UPDATE SET kind = $2, note = $3`,
      [host, kind, note, addedAt],
    );
  }

  async remove(tx: Tx, host: string): Promise<boolean> {
    return (await tx.execute('DELETE FROM link_hosts WHERE host = $1', [host])) === 1;
  }
}
