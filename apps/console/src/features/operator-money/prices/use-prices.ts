import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';

/** All price tables, newest version first, drafts too. */
export const usePrices = (): UseQueryResult<Schema<'PricesListView'>> =>
  useQuery({
    queryKey: ['operator', 'prices'],
    queryFn: () => read(api.GET('/api/v1/operator/prices')),
  });
