import type { Schema } from '../../api/client.js';

/** Something that waits for a person, with the page where it is dealt with. */
export interface OpenMatter {
  readonly kind: string;
  readonly count: number;
  readonly to: string;
  readonly urgent: boolean;
}

export interface Known {
  readonly delivery?: Schema<'DeliveryOverviewView'> | undefined;
  readonly queues?: Schema<'QueuesView'> | undefined;
  readonly inbox?: Schema<'ContractInboxView'> | undefined;
  readonly money?: Schema<'OverviewView'> | undefined;
  readonly overdueInquiries?: number | undefined;
  readonly erasure?: Schema<'ErasureStateView'> | undefined;
  readonly gates?: number | undefined;
  readonly reviews?: number | undefined;
}

/** Seconds after which a due job that nobody takes means that no worker runs. */
const tooOld = 120;

/** What needs somebody now, the urgent first; nothing for what is not known. */
export const openMatters = (known: Known): OpenMatter[] => {
  const { delivery, queues, inbox, money, erasure } = known;
  const matter = (kind: string, count: number | undefined, to: string, urgent = false) => ({
    kind,
    count: count ?? 0,
    to,
    urgent,
  });
  const broken = (places: readonly { breaker: { state: string } }[] | undefined): number =>
    (places ?? []).filter(({ breaker }) => breaker.state !== 'closed').length;
  const jobs = queues?.queues ?? [];
  const waiting = money?.waiting;
  return [
    matter('relayBroken', broken(delivery?.relays), '/operator/relays', true),
    matter(
      'queueOld',
      jobs.filter(({ oldestSeconds }) => (oldestSeconds ?? 0) > tooOld).length,
      '/operator/jobs',
      true,
    ),
    matter('erasureStuck', erasure?.isStuck ? 1 : 0, '/operator/retention', true),
    matter('erasureLate', erasure?.lateTenants, '/operator/retention', true),
    matter('inquiriesOverdue', known.overdueInquiries, '/operator/inquiries', true),
    matter('gates', known.gates, '/operator/approvals', true),
    matter('debitFilesLate', waiting?.debitFilesLate, '/operator/debits', true),
    matter('debitResults', waiting?.debitResults, '/operator/debits', true),
    matter(
      'jobsFailed',
      jobs.reduce((sum, { failed }) => sum + failed, 0),
      '/operator/jobs',
      true,
    ),
    matter('domainBroken', broken(delivery?.domains), '/operator/relays'),
    matter('undecided', delivery?.undecided, '/operator/relays'),
    matter('applications', inbox?.applications, '/operator/applications'),
    matter('readyToStart', inbox?.readyToStart.length, '/operator/approvals'),
    matter('proposals', inbox?.proposals.length, '/operator/approvals'),
    matter('resumptions', inbox?.resumptionsAsked.length, '/operator/approvals'),
    matter('changeRequests', inbox?.changeRequests.length, '/operator/approvals'),
    matter('detailsChanges', inbox?.detailsChanges.length, '/operator/approvals'),
    matter('lostNotices', inbox?.lostNotices.length, '/operator/approvals'),
    matter('contractMails', inbox?.mails.length, '/operator/approvals'),
    matter('reviews', known.reviews, '/operator/approvals'),
    matter('transfers', waiting?.transfers, '/operator/transfers'),
    matter('debitsToFile', waiting?.debitsToFile, '/operator/debits'),
    matter('debitFiles', waiting?.debitFiles, '/operator/debits'),
    matter('debitsUnclear', waiting?.debitsUnclear, '/operator/debits'),
    matter('mandates', waiting?.mandates, '/operator/debits'),
    matter('overdue', money?.overdueTenants, '/operator/arrears'),
    matter('lostNotices', inbox?.lostNotices.length, '/operator/approvals'),
    matter('creditNotes', money?.creditNotesWaiting, '/operator/decisions'),
    matter('decisions', waiting?.decisions, '/operator/decisions'),
  ].filter(({ count }) => count > 0);
};
