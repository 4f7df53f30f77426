import { Foundation1764000000000 } from './1764000000000-foundation.js';
import { Accounts1764000000100 } from './1764000000100-accounts.js';
import { Notices1764000000110 } from './1764000000110-notices.js';
import { Contracts1764000000120 } from './1764000000120-contracts.js';
import { Subscribers1764000000200 } from './1764000000200-subscribers.js';
import { Delivery1764000000300 } from './1764000000300-delivery.js';
import { SendingDomains1764000000310 } from './1764000000310-sending-domains.js';
import { Campaigns1764000000400 } from './1764000000400-campaigns.js';
import { Bounces1764000000500 } from './1764000000500-bounces.js';
import { Inbound1764000000510 } from './1764000000510-inbound.js';
import { SlicesAndTallies1765000000100 } from './1765000000100-slices-and-tallies.js';
import { Pacing1765000000150 } from './1765000000150-pacing.js';
import { ContractEngine1765000000200 } from './1765000000200-contract-engine.js';
import { ContractEvents1765000000205 } from './1765000000205-contract-events.js';
import { NoticeChannels1765000000210 } from './1765000000210-notice-channels.js';
import { Billing1765000000300 } from './1765000000300-billing.js';
import { CorrectedInvoices1765000000320 } from './1765000000320-corrected-invoices.js';
import { Payments1765000000350 } from './1765000000350-payments.js';
import { PersonalData1765000000500 } from './1765000000500-personal-data.js';
import { People1765000000600 } from './1765000000600-people.js';
import { IncomingMail1765000000400 } from './1765000000400-incoming-mail.js';
import { BlankMail1765000000410 } from './1765000000410-blank-mail.js';
import { Complaints1765000000420 } from './1765000000420-complaints.js';
import { Terms1765000000800 } from './1765000000800-terms.js';
import { SupportDesk1765000000900 } from './1765000000900-support-desk.js';
import { Retention1765000001100 } from './1765000001100-retention.js';
import { Webhooks1765000000950 } from './1765000000950-webhooks.js';
import { SealedReaders1765000001000 } from './1765000001000-sealed-readers.js';
import { OperatorReads1765000001200 } from './1765000001200-operator-reads.js';
import { Disclosures1765000001210 } from './1765000001210-disclosures.js';
import { AlarmsAndReports1765000001300 } from './1765000001300-alarms-and-reports.js';
import { Detectors1765000001310 } from './1765000001310-detectors.js';
import { ScannedLetters1765000001320 } from './1765000001320-scanned-letters.js';
import { StaffTrainings1765000001330 } from './1765000001330-staff-trainings.js';
import { FiguresOfAllTenants1765000001340 } from './1765000001340-figures-of-all-tenants.js';
import { MailingDomains1765000001400 } from './1765000001400-mailing-domains.js';
import { CampaignLeaves1765000001700 } from './1765000001700-campaign-leaves.js';
import { ErasureAlarms1765000001800 } from './1765000001800-erasure-alarms.js';
import { TrackingPolicy1765000001900 } from './1765000001900-tracking-policy.js';
import { ContractCare1765000002000 } from './1765000002000-contract-care.js';
import { CampaignWork1765000000610 } from './1765000000610-campaign-work.js';
import { MigrationLists1765000000620 } from './1765000000620-migration-lists.js';
import { Figures1765000000650 } from './1765000000650-figures.js';
import { NewsletterDays1765000000630 } from './1765000000630-newsletter-days.js';
import { PeopleBilled1765000002010 } from './1765000002010-people-billed.js';
import { RepeatedTransfers1765000002020 } from './1765000002020-repeated-transfers.js';
import { ChargeEvidence1765000002021 } from './1765000002021-charge-evidence.js';
import { ContractMailProof1765000002030 } from './1765000002030-contract-mail-proof.js';
import { UnsignedReports1765000002040 } from './1765000002040-unsigned-reports.js';
import { NoStreakStarts1765000002041 } from './1765000002041-no-streak-starts.js';
import { BounceLines1765000002042 } from './1765000002042-bounce-lines.js';
import { TransferAccounts1765000002050 } from './1765000002050-transfer-accounts.js';
import { LapsedCredits1765000002051 } from './1765000002051-lapsed-credits.js';
import { NoticesOnce1765000002055 } from './1765000002055-notices-once.js';
import { TakenLetters1765000002056 } from './1765000002056-taken-letters.js';
import { HoldReasons1765000002060 } from './1765000002060-hold-reasons.js';

/** All migrations, oldest first. One that has landed is never edited again. */
export const migrations = [
  Foundation1764000000000,
  Accounts1764000000100,
  Notices1764000000110,
  Contracts1764000000120,
  Subscribers1764000000200,
  Delivery1764000000300,
  SendingDomains1764000000310,
  Campaigns1764000000400,
  Bounces1764000000500,
  Inbound1764000000510,
  SlicesAndTallies1765000000100,
  Pacing1765000000150,
  ContractEngine1765000000200,
  ContractEvents1765000000205,
  NoticeChannels1765000000210,
  Billing1765000000300,
  Payments1765000000350,
  CorrectedInvoices1765000000320,
  IncomingMail1765000000400,
  BlankMail1765000000410,
  Complaints1765000000420,
  PersonalData1765000000500,
  People1765000000600,
  CampaignWork1765000000610,
  MigrationLists1765000000620,
  NewsletterDays1765000000630,
  Figures1765000000650,
  Terms1765000000800,
  SupportDesk1765000000900,
  Webhooks1765000000950,
  SealedReaders1765000001000,
  Retention1765000001100,
  OperatorReads1765000001200,
  Disclosures1765000001210,
  AlarmsAndReports1765000001300,
  Detectors1765000001310,
  ScannedLetters1765000001320,
  StaffTrainings1765000001330,
  FiguresOfAllTenants1765000001340,
  MailingDomains1765000001400,
  CampaignLeaves1765000001700,
  ErasureAlarms1765000001800,
  TrackingPolicy1765000001900,
  ContractCare1765000002000,
  PeopleBilled1765000002010,
  RepeatedTransfers1765000002020,
  ChargeEvidence1765000002021,
  ContractMailProof1765000002030,
  UnsignedReports1765000002040,
  NoStreakStarts1765000002041,
  BounceLines1765000002042,
  TransferAccounts1765000002050,
  LapsedCredits1765000002051,
  NoticesOnce1765000002055,
  TakenLetters1765000002056,
  HoldReasons1765000002060,
] as const;
