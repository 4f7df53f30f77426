import { AccountsModule } from '#lib/accounts';
import { Module } from '@nestjs/common';
import { Inquiries } from './store/inquiries.store.js';
import { CloseInquiry } from './use-cases/close-inquiry.js';
import { ReadInquiries } from './use-cases/read-inquiries.js';
import { ReceiveInquiry } from './use-cases/receive-inquiry.js';

/** What people ask the provider. */
@Module({
  imports: [AccountsModule],
  providers: [Inquiries, ReceiveInquiry, ReadInquiries, CloseInquiry],
  exports: [ReceiveInquiry, ReadInquiries, CloseInquiry],
})
export class SupportModule {}
