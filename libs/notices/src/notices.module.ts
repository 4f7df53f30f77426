import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import { Inbox } from './inbox.js';
import { Letters } from './letters.js';
import { LostNotices } from './lost-notices.js';
import { DocumentsStore } from './store/documents.store.js';
import { InboxStore } from './store/inbox.store.js';
import { LettersStore } from './store/letters.store.js';
import { LostNoticesStore } from './store/lost-notices.store.js';
import { NoticesStore } from './store/notices.store.js';
import { PersonNotices } from './store/person-notices.store.js';
import { ForgetUnsentTexts } from './use-cases/forget-unsent-texts.js';
import { NoteBounce } from './use-cases/note-bounce.js';
import { PostNotice } from './use-cases/post-notice.js';
import { SendNotice } from './use-cases/send-notice.js';
import { noticesRetention } from './store/retention.js';

const doors = [Inbox, Letters, LostNotices, NoteBounce, PersonNotices, PostNotice];

@Module({
  providers: [
    retentionPart('notices', noticesRetention),
    DocumentsStore,
    InboxStore,
    LettersStore,
    LostNoticesStore,
    NoticesStore,
    ...doors,
    SendNotice,
    ForgetUnsentTexts,
  ],
  exports: doors,
})
export class NoticesModule {}
