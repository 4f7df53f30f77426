import type { AppUnderTest, TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { Clock, jstDate } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import { IssueInitialInvoice } from '../use-cases/issue-initial-invoice.js';
import { transferFile } from './transfer-file.js';

type Tenant = Awaited<ReturnType<typeof activeTenant>>;

interface BilledTenant extends Tenant {
  /** Transfers so much in the name of its payer code: today, or on a day that the bank tells of late (`080731`). */
  readonly pay: (amount: number, day?: string) => Promise<void>;
}

const setUpFeeAndFirstMonth = 16_500;

/** `080731` for 31 July 2026. */
const inReiwa = ({ year, month, day }: PlainDate): string =>
  [year - 2018, month, day].map((part) => String(part).padStart(2, '0')).join('');

/** A tenant under a contract from today on that has paid its initial invoice by transfer. */
export const billedTenant = async (
  app: AppUnderTest,
  operator: TestClient,
  bankProfileId: string,
): Promise<BilledTenant> => {
  const tenant = await activeTenant(app);
  const { tenantId } = tenant;
  const payerCode = '0000001001';
  const identity = `/api/v1/operator/tenants/${tenantId}/payer-identity`;
  await operator.put(identity, { codes: [payerCode], names: [] });
  const today = (): string => inReiwa(jstDate(app.get(Clock).now()));
  const pay = async (amount: number, day = today()): Promise<void> => {
    const { status } = await operator.post('/api/v1/operator/transfer-imports', {
      bankProfileId,
      format: 'zengin',
      fileName: 'nyukin.txt',
      content: Buffer.from(transferFile(day, [{ amount, payerCode }])).toString('base64'),
    });
    if (status !== 201) throw new Error(`Answered with ${status}`);
  };
  await app.get(IssueInitialInvoice).execute({ tenantId });
  await pay(setUpFeeAndFirstMonth);
  return { ...tenant, pay };
};
