import { useQuery } from '@tanstack/react-query';
import { api, readVersion } from './client.js';

/** The tenant's rules of sending, with the version that a change has to name. */
export const useDeliverySettings = () =>
  useQuery({
    queryKey: ['settings', 'delivery'],
    queryFn: () => readVersion(api.GET('/api/v1/settings/delivery')),
  });
