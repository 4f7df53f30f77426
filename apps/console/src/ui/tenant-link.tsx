import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, read } from '../api/client.js';

/** A tenant by its name, for operators' lists that know its id alone. */
export const TenantLink = ({ id, name }: { id: string; name?: string }): ReactNode => {
  const { data } = useQuery({
    queryKey: ['operator', 'tenant-name', id],
    queryFn: () =>
      read(api.GET('/api/v1/operator/tenants/{tenantId}', { params: { path: { tenantId: id } } })),
    enabled: name === undefined,
    staleTime: Infinity,
  });
  return (
    <Anchor component={Link} to={`/operator/tenants/${id}`} className="any-break">
      {name ?? data?.name ?? '…'}
    </Anchor>
  );
};
