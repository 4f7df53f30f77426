export { DeliveryModule } from './delivery.module.js';
export {
  heldMailingDecided,
  mailingFinished,
  mailingHeld,
  messageRefused,
} from './delivery.facts.js';
export { checkContent } from './compose/check-content.js';
export { blameFor } from './domain/blame.js';
export type { Blame } from './domain/blame.js';
export type { Breaker } from './domain/breaker.js';
export type { DeliveryState, Equation } from './domain/equation.js';
export { holders } from './domain/hold-reason.js';
export type { Holder } from './domain/hold-reason.js';
export type {
  AfterCrash,
  ContentProblem,
  ContentSample,
  MailingContent,
} from './domain/mailing-content.js';
export type { DeliveryRef, PastDelivery, ProblemGroup } from './store/delivery-lookup.js';
export type { MailingStatus } from './store/mailings.js';
export { LastMails } from './store/last-mails.js';
export { MailsSent } from './store/mails-sent.js';
export { SendingFigures } from './store/sending-figures.js';
export type { LinkTargets, Sending } from './store/sending-figures.js';
export { PersonDeliveries } from './store/person-deliveries.js';
export { DecideHeldMailing } from './use-cases/decide-held-mailing.js';
export { mailingBlocked } from './blocked.facts.js';
export { DeliveryHistory } from './use-cases/delivery-history.js';
export { DomainBreakers } from './use-cases/domain-breakers.js';
export { HoldMailing } from './use-cases/hold-mailing.js';
export { LaunchMailing } from './use-cases/launch-mailing.js';
export { MailingProgress } from './use-cases/mailing-progress.js';
export { MailingStates } from './use-cases/mailing-states.js';
export { MessageIds } from './use-cases/message-ids.js';
export type { Progress } from './use-cases/mailing-progress.js';
export { MailingReactions } from './use-cases/mailing-reactions.js';
export type { Reactions } from './use-cases/mailing-reactions.js';
export { DeliverySettings } from './use-cases/delivery-settings.js';
export { LeaveUnknown } from './use-cases/leave-unknown.js';
export { PauseMailing } from './use-cases/pause-mailing.js';
export { PreviewContent } from './use-cases/preview-content.js';
export type { Preview } from './use-cases/preview-content.js';
export { Problems } from './use-cases/problems.js';
export { ResendUnknown } from './use-cases/resend-unknown.js';
export { ResumeMailing } from './use-cases/resume-mailing.js';
export { ReturnPath } from './use-cases/return-path.js';
export { SendingDomains } from './use-cases/sending-domains.js';
export type { Authentication } from './use-cases/sending-domains.js';
export { SendOne } from './use-cases/send-one.js';
export { StopMailing } from './use-cases/stop-mailing.js';
export { UnknownMails } from './use-cases/unknown-mails.js';
export type { UnknownAccount } from './use-cases/unknown-mails.js';
