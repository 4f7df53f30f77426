import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, read } from '../../api/client.js';

/** Back from a tenant's area to the operators' own. */
export const StopActing = ({ tenantId }: { tenantId: string }): ReactNode => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const stopping = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/operator/acting')),
    onSuccess: async () => {
      await navigate(`/operator/tenants/${tenantId}`);
      await queries.invalidateQueries();
    },
  });
  return (
    <Button
      size="xs"
      variant="default"
      mt="xs"
      loading={stopping.isPending}
      onClick={() => {
        stopping.mutate();
      }}
    >
      {t('banner.stopActing')}
    </Button>
  );
};
