import type { DeliveryRef } from '#lib/delivery';
import { newId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { readReport } from '../domain/report/read-report.js';
import { isFailure } from '../domain/report/report.js';
import type { Report, ReportKind } from '../domain/report/report.js';
import { tracesOf } from '../domain/report/traces.js';
import type { NotedKind } from '../store/bounce-reports.store.js';
import { UnattributedReports } from '../store/unattributed-reports.store.js';
import { AttributeReport } from './attribute-report.js';
import { NoteReport } from './note-report.js';

interface ArrivedReport {
  /** The message as it came over the wire. */
  readonly raw: Uint8Array;
  /** Whose mail it is about, by the signed return path. */
  readonly ref: DeliveryRef | undefined;
  /** When we took it. */
  readonly arrivedAt: Date;
  /** Whether the reporter is who it says; counts only where nothing is signed by us. */
  readonly isAuthentic?: boolean;
}

const notedKind = (report: Report): NotedKind | undefined => {
  if (isFailure(report)) return 'failed';
  switch (report.kind) {
    case 'delay':
      return 'delayed';
    case 'complaint': // a report of failed authentication is no person's wish
      return report.feedback === 'auth-failure' ? undefined : 'complained';
    case 'bounce': // said above
    case 'delivered':
    case 'auto-reply':
    case 'not-a-bounce':
      return undefined;
  }
};

/**
 * Takes in a message that may report on a mail of ours. The signed address says whom it is about, the report only
 * what happened and why. The same report again, in whatever order, changes nothing.
 * @rfc 3464, 5965
 */
@Injectable()
export class ReceiveReport {
  constructor(
    private readonly database: Database,
    private readonly attribute: AttributeReport,
    private readonly note: NoteReport,
    private readonly unattributed: UnattributedReports,
    private readonly log: Log,
  ) {}

  /** Gives what the message was. */
  execute(arrived: ArrivedReport): Promise<ReportKind> {
    return this.database.asSystem((tx) => this.within(tx, arrived));
  }

  /** In a transaction of the system. */
  async within(tx: Tx, arrived: ArrivedReport): Promise<ReportKind> {
    const report = readReport(arrived.raw);
    const kind = notedKind(report);
    if (kind) await this.take(tx, kind, report, arrived);
    this.log.event('bounces.report-read', { kind: report.kind });
    return report.kind;
  }

  private async take(
    tx: Tx,
    kind: NotedKind,
    report: Report,
    { raw, ref, arrivedAt: at, isAuthentic = false }: ArrivedReport,
  ): Promise<void> {
    const [said] = report.recipients; // one mail went to one person: several are that person's forwardings
    const finding = {
      at,
      kind,
      status: said?.status ?? null,
      replyCode: said?.replyCode ?? null,
      reason: said?.reason ?? 'other',
      blame: said?.blame ?? 'path',
    } as const;
    const traces = ref ? undefined : tracesOf(raw);
    const found = traces
      ? await this.attribute.within(tx, report, traces, isAuthentic)
      : ref && { ref, isVouchedFor: true };
    // A complaint removes somebody at once: not on the word of a stranger.
    if (found && (found.isVouchedFor || kind !== 'complained')) {
      const source = found.isVouchedFor ? 'report' : 'unsigned';
      return this.note.within(tx, found.ref, { ...finding, source });
    }
    await this.unattributed.add(tx, {
      ...finding,
      id: newId(at),
      reporter: domainOf(traces?.reporter),
      domain: domainOf(said?.recipient),
    });
  }
}

/** Nobody's address: all that is kept of one. */
const domainOf = (address: string | null | undefined): string | null =>
  /@([a-z0-9.-]{1,253})$/i.exec(address ?? '')?.[1]?.toLowerCase() ?? null;
