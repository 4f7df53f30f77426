import { SetSenderProfile } from '#lib/accounts';
import { accountsParts, registeredTenant } from '#lib/accounts/testing';
import type { AppUnderTest } from '#lib/accounts/testing';
import { Clock, jstDate } from '#lib/kernel';
import type { LibraryJobs } from '#platform/queue';
import type { Type } from '@nestjs/common';
import { ContractsHttpModule } from './http.js';
import { ContractsModule } from './contracts.module.js';
import { OpenContract } from './use-cases/open-contract.js';

/** What `startApp` needs for contracts and everything below; spread it and add your own. */
export const contractsParts: {
  readonly modules: Type[];
  readonly jobs: LibraryJobs[];
  readonly pages: string[];
} = {
  ...accountsParts,
  modules: [...accountsParts.modules, ContractsModule, ContractsHttpModule],
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
  return tenant;
};
