import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';

export type Contract = Schema<'ContractView'>;

export const useContract = (): UseQueryResult<Contract> =>
  useQuery({ queryKey: ['contract'], queryFn: () => read(api.GET('/api/v1/contract')) });

/** A wish about the contract; afterwards the contract is read anew, also when it was refused: time may have passed. */
export const useWish = <Wish, Answer>(
  send: (wish: Wish) => Promise<Answer>,
  onDone?: (answer: Answer) => unknown,
): UseMutationResult<Answer, Error, Wish> => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ['contract'] });
      await onDone?.(answer);
    },
    onError: () => queries.invalidateQueries({ queryKey: ['contract'] }),
  });
};
