import { Module } from '@nestjs/common';
import { NoticesStore } from './store/notices.store.js';
import { ForgetUnsentTexts } from './use-cases/forget-unsent-texts.js';
import { PostNotice } from './use-cases/post-notice.js';
import { SendNotice } from './use-cases/send-notice.js';

@Module({
  providers: [NoticesStore, PostNotice, SendNotice, ForgetUnsentTexts],
  exports: [PostNotice],
})
export class NoticesModule {}
