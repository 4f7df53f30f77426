import { fact } from '#platform/queue';

/** A contract of a tenant: what every fact of this library names. */
interface OfContract extends Readonly<Record<string, string | null>> {
  readonly tenantId: string;
  readonly contractId: string;
}

/** An application came in; there is neither a tenant nor a contract yet. @clause W4.1 */
export const applicationReceived = fact<{ applicationId: string }>(
  'contracts.application-received',
);

/** The tenant is registered, its contract waits for the start gate: the initial charge falls due. @clause W4.1 */
export const applicationAccepted = fact<OfContract & { applicationId: string }>(
  'contracts.application-accepted',
);

/** Turned down or withdrawn after it had been accepted: there is no contract, and money paid goes back. @clause W4.3 */
export const applicationRejected = fact<OfContract & { reason: string }>(
  'contracts.application-rejected',
);

/** The start notice is out; service begins at 00:00 of `serviceStartDate` (`2026-04-01`). @clause W4.4 */
export const contractStarted = fact<OfContract & { serviceStartDate: string }>('contracts.started');

/** Another course or other options from the first of `month` (`2026-04`). @clause W11.3 */
export const courseChangeAccepted = fact<OfContract & { month: string }>(
  'contracts.course-change-accepted',
);

/**
 * A notice fixed the last day of service, moved it, or was withdrawn (`endDate` null). `arrivedAt` is the arrival of
 * the governing notice, ISO 8601. @clause W5.3, W15.1
 */
export const contractEndFixed = fact<
  OfContract & { endDate: string | null; arrivedAt: string | null }
>('contracts.end-fixed');

/** Service is over: `endDate` was its last day. All debts are due. @clause W14.3, W15.2 */
export const contractEnded = fact<OfContract & { endDate: string; reason: string }>(
  'contracts.ended',
);

/** Told when a tenant may no longer send, and when it may again. @clause W13.2 */
export const contractSuspended = fact<OfContract>('contracts.suspended');
export const contractResumed = fact<OfContract>('contracts.resumed');

/** What the tenant told us about itself has changed: where it is billed, by which name. @clause W16 */
export const detailsChanged = fact<OfContract>('contracts.details-changed');

/** The tenant pays from another bank account from `plannedDate` (`2026-04-01`) on: a new mandate is needed, which takes weeks. @clause W16, W6.1 */
export const bankAccountChanging = fact<OfContract & { plannedDate: string }>(
  'contracts.bank-account-changing',
);
