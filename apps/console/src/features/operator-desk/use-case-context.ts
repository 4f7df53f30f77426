import { useQuery } from '@tanstack/react-query';
import { accessReasonOf } from '../../api/access-reason.js';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';

type CaseFile = Schema<'CaseFileView'>;

/** The contract and the campaign that a case is about; nothing before the operator said why to look. */
export const useCaseContext = ({ tenantId, campaignId }: CaseFile) => {
  const isAdmitted = accessReasonOf(tenantId) !== null;
  const contract = useQuery({
    queryKey: ['operator', 'contract', tenantId],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/tenants/{tenantId}/contract', { params: { path: { tenantId } } }),
      ),
    enabled: isAdmitted,
  });
  const campaign = useQuery({
    queryKey: ['operator', 'tenant-campaign', tenantId, campaignId],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/tenants/{tenantId}/campaigns/{campaignId}', {
          params: { path: { tenantId, campaignId: campaignId ?? '' } },
        }),
      ),
    enabled: isAdmitted && campaignId !== null,
  });
  return { isAdmitted, contract, campaign };
};
