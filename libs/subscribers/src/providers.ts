import { Addresses } from './store/addresses.js';
import { BudgetStore } from './store/budget-store.js';
import { ConsentEscrow } from './store/consent-escrow.js';
import { CampaignLeaves } from './store/campaign-leaves.js';
import { DedicatedAddressStore } from './store/dedicated-address-store.js';
import { ErasedReaders } from './store/erased-readers.js';
import { EvidenceStore } from './store/evidence-store.js';
import { FieldSearch } from './store/field-search.js';
import { FieldValueStore } from './store/field-values.js';
import { FormStore } from './store/form-store.js';
import { GrowthFigures } from './store/growth-figures.js';
import { Ledger } from './store/ledger.js';
import { NewsletterStore } from './store/newsletter-store.js';
import { OptInStore } from './store/opt-in-store.js';
import { PersonFileStore } from './store/person-file-store.js';
import { SealedTenants } from './store/sealed-tenants.js';
import { SubscriberStore } from './store/subscriber-store.js';
import { SubscriptionStore } from './store/subscription-store.js';
import { ActiveCount } from './use-cases/active-count.js';
import { MigrationListStore } from './store/migration-list-store.js';
import { AskList } from './use-cases/ask-list.js';
import { DecideMigrationList } from './use-cases/decide-migration-list.js';
import { ReadMigrationLists } from './use-cases/read-migration-lists.js';
import { ReadSources } from './use-cases/read-sources.js';
import { UploadMigrationList } from './use-cases/upload-migration-list.js';
import { AskToConfirm } from './use-cases/ask-to-confirm.js';
import { AudienceQuery } from './use-cases/audience-query.js';
import { CheckKeys } from './use-cases/check-keys.js';
import { Challenge } from './use-cases/challenge.js';
import { ChangeNewsletter } from './use-cases/change-newsletter.js';
import { ConfirmOptIn } from './use-cases/confirm-opt-in.js';
import { CountAudience } from './use-cases/count-audience.js';
import { CreateNewsletter } from './use-cases/create-newsletter.js';
import { DeleteNewsletter } from './use-cases/delete-newsletter.js';
import { EraseOnRequest } from './use-cases/erase-on-request.js';
import { ErasePerson } from './use-cases/erase-person.js';
import { ExpireOptIn } from './use-cases/expire-opt-in.js';
import { HeadcountChanges } from './use-cases/headcount-changes.js';
import { FindDedicatedAddress } from './use-cases/find-dedicated-address.js';
import { FindPerson } from './use-cases/find-person.js';
import { LastReached } from './use-cases/last-reached.js';
import { IssueDedicatedAddress } from './use-cases/issue-dedicated-address.js';
import { LeaveByMail } from './use-cases/leave-by-mail.js';
import { Letterheads } from './use-cases/letterhead.js';
import { LinkTokens } from './use-cases/link-tokens.js';
import { MailTexts } from './use-cases/mail-texts.js';
import { MaskedAddresses } from './use-cases/masked-addresses.js';
import { Newsletters } from './use-cases/newsletters.js';
import { OpenConfirmLink } from './use-cases/open-confirm-link.js';
import { OpenSignUpForm } from './use-cases/open-sign-up-form.js';
import { OpenUnsubscribeLink } from './use-cases/open-unsubscribe-link.js';
import { PersonFile } from './use-cases/person-file.js';
import { PostMail } from './use-cases/post-mail.js';
import { PreviewMails } from './use-cases/preview-mails.js';
import { ProveConsent } from './use-cases/prove-consent.js';
import { PublishForm } from './use-cases/publish-form.js';
import { ReadBrand } from './use-cases/read-brand.js';
import { ReadCampaignLeaves } from './use-cases/read-campaign-leaves.js';
import { ReadDedicatedAddresses } from './use-cases/read-dedicated-addresses.js';
import { ReadForms } from './use-cases/read-forms.js';
import { ReadNewsletters } from './use-cases/read-newsletters.js';
import { ReadPreferences } from './use-cases/read-preferences.js';
import { ReadReader } from './use-cases/read-reader.js';
import { Recipients } from './use-cases/recipients.js';
import { RemoveForBounces } from './use-cases/remove-for-bounces.js';
import { RemoveForCause } from './use-cases/remove-for-cause.js';
import { RemovePerson } from './use-cases/remove-person.js';
import { RequestOptIn } from './use-cases/request-opt-in.js';
import { RevokeDedicatedAddress } from './use-cases/revoke-dedicated-address.js';
import { SampleRecipients } from './use-cases/sample-recipients.js';
import { SaveFormDraft } from './use-cases/save-form-draft.js';
import { SavePreferences } from './use-cases/save-preferences.js';
import { SendAlreadyRegistered } from './use-cases/send-already-registered.js';
import { SendConfirmation } from './use-cases/send-confirmation.js';
import { SendGoodbye } from './use-cases/send-goodbye.js';
import { SendWelcome } from './use-cases/send-welcome.js';
import { SignUpByMail } from './use-cases/sign-up-by-mail.js';
import { SignUp } from './use-cases/sign-up.js';
import { SpendSignUpBudget } from './use-cases/spend-sign-up-budget.js';
import { SubscriberLinks } from './use-cases/subscriber-links.js';
import { SuppressForComplaint } from './use-cases/suppress-for-complaint.js';
import { SweepDeparted } from './use-cases/sweep-departed.js';
import { SweepOptIns } from './use-cases/sweep-opt-ins.js';
import { UndoUnsubscribe } from './use-cases/undo-unsubscribe.js';
import { Unsubscribe } from './use-cases/unsubscribe.js';
import { UnsubscribeByAddress } from './use-cases/unsubscribe-by-address.js';
import { UnsubscribeByToken } from './use-cases/unsubscribe-by-token.js';
import { WriteToPerson } from './use-cases/write-to-person.js';

export const stores = [
  Addresses,
  BudgetStore,
  CampaignLeaves,
  DedicatedAddressStore,
  EvidenceStore,
  FieldSearch,
  FieldValueStore,
  FormStore,
  Ledger,
  MigrationListStore,
  NewsletterStore,
  OptInStore,
  PersonFileStore,
  SealedTenants,
  SubscriberStore,
  SubscriptionStore,
];

/** Stores that others may call. */
export const doors = [ConsentEscrow, ErasedReaders, GrowthFigures];

export const useCases = [
  ActiveCount,
  AskList,
  AskToConfirm,
  DecideMigrationList,
  ReadMigrationLists,
  ReadSources,
  UploadMigrationList,
  AudienceQuery,
  Challenge,
  CheckKeys,
  ChangeNewsletter,
  ConfirmOptIn,
  CountAudience,
  CreateNewsletter,
  DeleteNewsletter,
  EraseOnRequest,
  ErasePerson,
  ExpireOptIn,
  FindDedicatedAddress,
  FindPerson,
  LastReached,
  HeadcountChanges,
  IssueDedicatedAddress,
  LeaveByMail,
  Letterheads,
  LinkTokens,
  MailTexts,
  PreviewMails,
  MaskedAddresses,
  Newsletters,
  OpenConfirmLink,
  OpenSignUpForm,
  OpenUnsubscribeLink,
  PersonFile,
  PostMail,
  ProveConsent,
  PublishForm,
  ReadBrand,
  ReadCampaignLeaves,
  ReadDedicatedAddresses,
  ReadForms,
  ReadNewsletters,
  ReadPreferences,
  ReadReader,
  Recipients,
  RemoveForBounces,
  RemoveForCause,
  RemovePerson,
  RequestOptIn,
  RevokeDedicatedAddress,
  SampleRecipients,
  SaveFormDraft,
  SavePreferences,
  SendAlreadyRegistered,
  SendConfirmation,
  SendGoodbye,
  SendWelcome,
  SignUp,
  SignUpByMail,
  SpendSignUpBudget,
  SubscriberLinks,
  SuppressForComplaint,
  SweepDeparted,
  SweepOptIns,
  UndoUnsubscribe,
  Unsubscribe,
  UnsubscribeByAddress,
  UnsubscribeByToken,
  WriteToPerson,
];
