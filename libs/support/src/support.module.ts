import { AccountsModule } from '#lib/accounts';
import { ContractsModule } from '#lib/contracts';
import { NoticesModule } from '#lib/notices';
import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import { CallsStore } from './store/calls.store.js';
import { CasesStore } from './store/cases.store.js';
import { DeskStore } from './store/desk.store.js';
import { Inquiries } from './store/inquiries.store.js';
import { InquiryAlarmsStore } from './store/inquiry-alarms.store.js';
import { LetterScansStore } from './store/letter-scans.store.js';
import { PersonInquiriesStore } from './store/person-inquiries.store.js';
import { AnswerInquiry } from './use-cases/answer-inquiry.js';
import { AskFurther } from './use-cases/ask-further.js';
import { Ask } from './use-cases/ask.js';
import { CloseInquiry } from './use-cases/close-inquiry.js';
import { ForgetCalls } from './use-cases/forget-calls.js';
import { ForwardComplaint } from './use-cases/forward-complaint.js';
import { HandleCase } from './use-cases/handle-case.js';
import { ShowCase } from './use-cases/show-case.js';
import { KeepDesk } from './use-cases/keep-desk.js';
import { LogCall } from './use-cases/log-call.js';
import { PersonInquiries } from './use-cases/person-inquiries.js';
import { ProposeCase } from './use-cases/propose-case.js';
import { ReadInquiries } from './use-cases/read-inquiries.js';
import { ReceiveInquiry } from './use-cases/receive-inquiry.js';
import { ScanLetters } from './use-cases/scan-letters.js';
import { TakeContractMail } from './use-cases/take-contract-mail.js';
import { WarnOfInquiries } from './use-cases/warn-of-inquiries.js';
import { supportRetention } from './store/retention.js';

const useCases = [
  AnswerInquiry,
  Ask,
  AskFurther,
  CloseInquiry,
  ForgetCalls,
  ForwardComplaint,
  HandleCase,
  ShowCase,
  KeepDesk,
  LogCall,
  PersonInquiries,
  ProposeCase,
  ReadInquiries,
  ReceiveInquiry,
  ScanLetters,
  TakeContractMail,
  WarnOfInquiries,
];

/** What people ask the provider, when they are answered, and what the provider does about abuse. */
@Module({
  imports: [AccountsModule, ContractsModule, NoticesModule],
  providers: [
    retentionPart('support', supportRetention),
    CallsStore,
    CasesStore,
    DeskStore,
    Inquiries,
    InquiryAlarmsStore,
    LetterScansStore,
    PersonInquiriesStore,
    ...useCases,
  ],
  exports: useCases,
})
export class SupportModule {}
