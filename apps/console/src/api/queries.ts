import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

/** Refusals are final; only what may pass by itself is tried again. */
const worthTrying = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof ApiProblem) || error.status >= 500);

export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: worthTrying, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
