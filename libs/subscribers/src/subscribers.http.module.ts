import { Module } from '@nestjs/common';
import { BlankMailController } from './http/blank-mail.controller.js';
import { ChallengeController } from './http/challenge.controller.js';
import { ConfirmController } from './http/confirm.controller.js';
import { FormsController } from './http/forms.controller.js';
import { MigrationListsController } from './http/migration-lists.controller.js';
import { OperatorMigrationListsController } from './http/operator-migration-lists.controller.js';
import { OperatorRemovalsController } from './http/operator-removals.controller.js';
import { NewsletterStatsController } from './http/newsletter-stats.controller.js';
import { NewslettersController } from './http/newsletters.controller.js';
import { PreferencesController } from './http/preferences.controller.js';
import { PublicPage } from './http/public-page.js';
import { ReportLink } from './http/report-link.js';
import { SignUpMailsController } from './http/sign-up-mails.controller.js';
import { SignUpController } from './http/sign-up.controller.js';
import { SnippetController } from './http/snippet.controller.js';
import { UndoController } from './http/undo.controller.js';
import { UnsubscribeController } from './http/unsubscribe.controller.js';
import { SubscribersModule } from './subscribers.module.js';

@Module({
  imports: [SubscribersModule],
  providers: [PublicPage, ReportLink],
  controllers: [
    NewslettersController,
    FormsController,
    BlankMailController,
    MigrationListsController,
    OperatorMigrationListsController,
    OperatorRemovalsController,
    NewsletterStatsController,
    SnippetController,
    SignUpMailsController,
    SignUpController,
    ChallengeController,
    ConfirmController,
    UnsubscribeController,
    UndoController,
    PreferencesController,
  ],
})
export class SubscribersHttpModule {}
