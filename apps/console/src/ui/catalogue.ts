import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import type { Schema } from '../api/client.js';
import { useTextIn } from '../i18n/language.js';

export const useCatalogue = (): UseQueryResult<Schema<'OnSaleListView'>> =>
  useQuery({
    queryKey: ['catalogue'],
    queryFn: () => read(api.GET('/api/v1/catalogue')),
    staleTime: 5 * 60_000,
  });

/** What a course or an option is called; its code where it is not on sale any more. */
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
