export { SubscribersModule } from './subscribers.module.js';
export { subscriberJoined, subscriberLeft, subscriberRemoved } from './facts.js';
export type {
  FieldDefinition,
  FieldValue,
  FieldValues,
  InputProblem,
} from './domain/form-field.js';
export type { FormContent } from './domain/form.js';
export { checkCondition } from './domain/check-condition.js';
export type { Condition, Target } from './domain/target.js';
export type { Sql } from './domain/condition-sql.js';
export { GrowthFigures } from './store/growth-figures.js';
export type { Recipient } from './store/addresses.js';
export { ActiveCount } from './use-cases/active-count.js';
export { ConsentEscrow } from './store/consent-escrow.js';
export type { ConsentToSettle, ProvenConsent, SettledConsent } from './store/consent-escrow.js';
export { ErasedReaders } from './store/erased-readers.js';
export { AudienceQuery } from './use-cases/audience-query.js';
export { ConfirmOptIn } from './use-cases/confirm-opt-in.js';
export { CountAudience } from './use-cases/count-audience.js';
export { CreateNewsletter } from './use-cases/create-newsletter.js';
export { HeadcountChanges } from './use-cases/headcount-changes.js';
export { EraseOnRequest } from './use-cases/erase-on-request.js';
export { FindDedicatedAddress } from './use-cases/find-dedicated-address.js';
export type { FoundAddress } from './use-cases/find-dedicated-address.js';
export { FindPerson } from './use-cases/find-person.js';
export { LastReached } from './use-cases/last-reached.js';
export { LeaveByMail } from './use-cases/leave-by-mail.js';
export { MaskedAddresses } from './use-cases/masked-addresses.js';
export { Newsletters } from './use-cases/newsletters.js';
export type { Newsletter } from './use-cases/newsletters.js';
export { OpenUnsubscribeLink } from './use-cases/open-unsubscribe-link.js';
export type { OpenedLink } from './use-cases/open-unsubscribe-link.js';
export { PersonFile } from './use-cases/person-file.js';
export { ProveConsent } from './use-cases/prove-consent.js';
export { PublishForm } from './use-cases/publish-form.js';
export { ReadCampaignLeaves } from './use-cases/read-campaign-leaves.js';
export type { LeaveHour } from './store/campaign-leaves.js';
export { Recipients } from './use-cases/recipients.js';
export { RemoveForBounces } from './use-cases/remove-for-bounces.js';
export { RequestOptIn } from './use-cases/request-opt-in.js';
export { SampleRecipients } from './use-cases/sample-recipients.js';
export type { SampleRecipient } from './use-cases/sample-recipients.js';
export { SaveFormDraft } from './use-cases/save-form-draft.js';
export { SignUpByMail } from './use-cases/sign-up-by-mail.js';
export { SuppressForComplaint } from './use-cases/suppress-for-complaint.js';
export { SubscriberLinks } from './use-cases/subscriber-links.js';
export type { LinkedPerson, PersonalLinks } from './use-cases/subscriber-links.js';
export { Unsubscribe } from './use-cases/unsubscribe.js';
export { UnsubscribeByToken } from './use-cases/unsubscribe-by-token.js';
export type { UnsubscribeByTokenInput } from './use-cases/unsubscribe-by-token.js';
export { sealPlainRows } from './upgrade/seal-plain-rows.js';
export { WriteToPerson } from './use-cases/write-to-person.js';
