import { queryOptions } from '@tanstack/react-query';
import { api, read } from './client.js';

/** The newest notices with how many nobody has read yet, for whatever calls attention to them. */
export const newestNoticesQuery = queryOptions({
  queryKey: ['notices', 'newest'],
  queryFn: () => read(api.GET('/api/v1/notices', { params: { query: { limit: 5 } } })),
  retry: false,
});
