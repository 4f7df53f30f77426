import type { TestClient } from '#lib/accounts/testing';
import { mandateForm } from './bank.js';

let forms = 0;

/** An active mandate of a tenant. Gives its id and customer number. */
export const aMandate = async (
  operator: TestClient,
  tenantId: string,
  { activeSince = '2026-04-01', ...form }: { activeSince?: string; holderName?: string } = {},
): Promise<{ id: string; customerNumber: string }> => {
  forms += 1;
  const fileNumber = `T-${String(forms)}`;
  const taken = await operator.post(`/api/v1/operator/tenants/${tenantId}/mandates`, {
    ...mandateForm,
    ...form,
    fileNumber,
  });
  const { id } = taken.body as { id: string };
  await operator.post(`/api/v1/operator/mandates/${id}/submit`);
  const accepted = await operator.post(`/api/v1/operator/mandates/${id}/accept`, {
    activeSince,
  });
  if (accepted.status !== 200) throw new Error(`Answered with ${accepted.status}`);
  return accepted.body as { id: string; customerNumber: string };
};
