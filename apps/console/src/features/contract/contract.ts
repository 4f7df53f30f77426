import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useTextIn } from '../../i18n/language.js';

export type Contract = Schema<'ContractView'>;

export const useContract = (): UseQueryResult<Contract> =>
  useQuery({ queryKey: ['contract'], queryFn: () => read(api.GET('/api/v1/contract')) });

export const useCatalogue = (): UseQueryResult<Schema<'OnSaleListView'>> =>
  useQuery({
    queryKey: ['catalogue'],
    queryFn: () => read(api.GET('/api/v1/catalogue')),
    staleTime: 5 * 60_000,
  });

/** What a course or an option is called; its code where it is no longer on sale. */
export const useNameOfCode = (): ((code: string) => string) => {
  const { data } = useCatalogue();
  const textIn = useTextIn();
  return (code) => {
    const named = [...(data?.courses ?? []), ...(data?.options ?? [])].find(
      (item) => item.code === code,
    );
    return named ? textIn(named.names) : code;
  };
};

/** A wish about the contract; afterwards the contract is read anew. */
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
  });
};
