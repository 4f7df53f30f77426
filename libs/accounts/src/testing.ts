import { randomToken } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { noticesJobs } from '#lib/notices/jobs';
import type { LibraryJobs } from '#platform/queue';
import { AccountsHttpModule, accountsPages } from './http.js';
import { AccountsModule } from './accounts.module.js';
import type { MemberRole, OperatorRole } from './domain/actor.js';
import { accountsJobs } from './jobs.js';
import { AddMember } from './use-cases/add-member.js';
import { AddOperator } from './use-cases/add-operator.js';
import { RegisterTenant } from './use-cases/register-tenant.js';
import { testClient } from './testing/client.js';
import type { TestClient } from './testing/client.js';

export { anonymousClient, testClient } from './testing/client.js';
export type { TestAnswer, TestClient } from './testing/client.js';
export { postedTo } from './testing/posted.js';

/** What a test needs of a running application. */
export interface AppUnderTest {
  readonly url: string;
  get<T>(token: abstract new (...dependencies: never[]) => T): T;
}

/** What `startApp` needs for accounts and everything below; spread it and add your own. */
export const accountsParts: {
  readonly modules: (typeof AccountsModule | typeof AccountsHttpModule)[];
  readonly jobs: LibraryJobs[];
  readonly pages: string[];
} = {
  modules: [AccountsModule, AccountsHttpModule],
  jobs: [noticesJobs, accountsJobs],
  pages: [accountsPages],
};

export const testPassword = 'Sunflower-42-river';

interface RegisteredTenant {
  readonly tenantId: TenantId;
  readonly slug: string;
  readonly memberId: string;
  readonly email: string;
  /** The member's; signs in at its first request. */
  readonly client: TestClient;
}

const unique = (): string => randomToken(16).toLowerCase().replaceAll(/[-_]/g, '0').slice(0, 12);

/** A tenant with one member, an owner unless said otherwise. */
export const registeredTenant = async (
  app: AppUnderTest,
  options: { slug?: string; name?: string; role?: MemberRole } = {},
): Promise<RegisteredTenant> => {
  const { slug = `t-${unique()}`, name = 'テスト商店', role = 'owner' } = options;
  const tenantId = await app.get(RegisterTenant).execute({ slug, name, locale: 'ja' });
  return { tenantId, slug, ...(await aMember(app, { tenantId, slug, role })) };
};

/** One more member of a tenant. */
export const aMember = async (
  app: AppUnderTest,
  { tenantId, slug, role }: { tenantId: TenantId; slug: string; role: MemberRole },
): Promise<{ memberId: string; email: string; client: TestClient }> => {
  const email = `${unique()}@member.example.jp`;
  const member = { tenantId, email, name: '山田 花子', role, password: testPassword };
  const memberId = await app.get(AddMember).execute(member);
  const credentials = { email, password: testPassword, tenant: slug };
  return { memberId, email, client: testClient(app.url, '/api/v1/session', credentials) };
};

/** A client signed in as a new operator of that role. */
export const operatorClient = async (
  app: AppUnderTest,
  role: OperatorRole = 'admin',
): Promise<TestClient> => {
  const credentials = { email: `${unique()}@operator.example.jp`, password: testPassword };
  await app.get(AddOperator).execute({ ...credentials, name: '運営 一郎', role });
  return testClient(app.url, '/api/v1/operator/session', credentials);
};
