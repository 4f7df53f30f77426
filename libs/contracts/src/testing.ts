import { SetSenderProfile } from '#lib/accounts';
import { accountsParts, registeredTenant } from '#lib/accounts/testing';
import type { AppUnderTest } from '#lib/accounts/testing';
import { Clock, jstDate, yen } from '#lib/kernel';
import type { PlainDate, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { LibraryJobs } from '#platform/queue';
import type { Type } from '@nestjs/common';
import { ContractsHttpModule } from './http.js';
import { ContractsModule } from './contracts.module.js';
import { contractsJobs } from './jobs.js';
import { OwedAmounts } from './owed-amounts.js';
import { AskForResumption } from './use-cases/ask-for-resumption.js';
import { ChangeDetails } from './use-cases/change-details.js';
import { OpenContract } from './use-cases/open-contract.js';
import { SwitchService } from './use-cases/switch-service.js';

export { aPaperApplication, anApplication } from './testing/application.builder.js';

/** What `startApp` needs for contracts and everything below; spread it and add your own. */
export const contractsParts: {
  readonly modules: Type[];
  readonly jobs: LibraryJobs[];
  readonly pages: string[];
} = {
  ...accountsParts,
  modules: [...accountsParts.modules, ContractsModule, ContractsHttpModule],
  jobs: [...accountsParts.jobs, contractsJobs],
};

/** Says as whom the tenant writes, with all that the law wants to be shown. */
export const withSender = async (
  app: AppUnderTest,
  tenantId: TenantId,
  slug = 'shop',
): Promise<void> => {
  await app.get(SetSenderProfile).execute({
    tenantId,
    actor: { kind: 'system' },
    profile: {
      senderName: 'テスト商店',
      fromAddress: `news@${slug}.example.jp`,
      replyToAddress: null,
      legal: {
        name: 'テスト商店株式会社',
        postalAddress: '〒100-0001 東京都千代田区千代田1-1',
        contact: 'info@example.jp',
        responsibleParty: null,
      },
    },
  });
};

/** A tenant that may send: registered, under a contract from today on, its sender profile filled in. */
export const activeTenant = async (
  app: AppUnderTest,
  options: Parameters<typeof registeredTenant>[1] = {},
): ReturnType<typeof registeredTenant> => {
  const tenant = await registeredTenant(app, options);
  const { tenantId, slug } = tenant;
  const serviceStartDate = jstDate(app.get(Clock).now());
  await app.get(OpenContract).execute({ tenantId, serviceStartDate });
  await withSender(app, tenantId, slug);
  return tenant;
};

const actor = { kind: 'system' } as const;

/** Records what a tenant owes: so much due since yesterday, or nothing. */
export const oweSinceYesterday = async (
  app: AppUnderTest,
  tenantId: TenantId,
  amount: number,
): Promise<void> => {
  const yesterday = jstDate(app.get(Clock).now()).subtract({ days: 1 });
  await app.get(Database).inTenant(tenantId, (tx) =>
    app.get(OwedAmounts).record(tx, {
      tenantId,
      dueYen: yen(amount),
      oldestDueDate: amount > 0 ? yesterday : null,
      receivableTotalYen: yen(amount),
    }),
  );
};

/** Suspends the tenant for an invoice that was due yesterday. */
export const suspendTenant = async (app: AppUnderTest, tenantId: TenantId): Promise<void> => {
  await oweSinceYesterday(app, tenantId, 5500);
  const reason = '料金のお支払いの遅れ';
  await app.get(SwitchService).execute({ tenantId, event: 'suspend', actor, reason });
};

/** Pays all that a suspended tenant owes, asks for the resumption and grants it. */
export const resumeTenant = async (app: AppUnderTest, tenantId: TenantId): Promise<void> => {
  await oweSinceYesterday(app, tenantId, 0);
  await app.get(AskForResumption).execute({ tenantId, actor });
  await app
    .get(SwitchService)
    .execute({ tenantId, event: 'resume', actor, reason: 'ご入金の確認' });
};

/** A tenant whose service starts on that day, which lives at a postal address: it is written letters. */
export const contractOf = async (
  app: AppUnderTest,
  serviceStartDate: PlainDate,
): ReturnType<typeof registeredTenant> => {
  const tenant = await registeredTenant(app);
  const { tenantId } = tenant;
  await app.get(OpenContract).execute({ tenantId, serviceStartDate });
  await app.get(ChangeDetails).notify({
    tenantId,
    actor,
    plannedDate: jstDate(app.get(Clock).now()),
    changes: { postalAddress: '〒100-0001 東京都千代田区千代田1-1' },
  });
  return tenant;
};
