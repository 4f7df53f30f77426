import { AccountsModule } from '#lib/accounts';
import { BouncesModule } from '#lib/bounces';
import { CampaignsModule } from '#lib/campaigns';
import { DeliveryModule } from '#lib/delivery';
import { NoticesModule } from '#lib/notices';
import { SubscribersModule } from '#lib/subscribers';
import { SupportModule } from '#lib/support';
import { Module } from '@nestjs/common';
import { DetectorSettingsStore } from './store/detector-settings.store.js';
import { FindSigns } from './use-cases/find-signs.js';
import { KeepDetectors } from './use-cases/keep-detectors.js';
import { LookAtLinks } from './use-cases/look-at-links.js';
import { LookForAbuse } from './use-cases/look-for-abuse.js';
import { OpenCases } from './use-cases/open-cases.js';
import { SettleCase } from './use-cases/settle-case.js';

/** Looks for signs of prohibited acts, and leaves the decision to people. */
@Module({
  imports: [
    ...[AccountsModule, NoticesModule, SubscribersModule, DeliveryModule],
    ...[CampaignsModule, BouncesModule, SupportModule],
  ],
  providers: [
    ...[DetectorSettingsStore, FindSigns, OpenCases],
    ...[KeepDetectors, LookAtLinks, LookForAbuse, SettleCase],
  ],
  exports: [KeepDetectors, LookAtLinks, LookForAbuse, SettleCase],
})
export class AbuseModule {}
