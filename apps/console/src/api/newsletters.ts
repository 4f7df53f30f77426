import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { api, read } from './client.js';
import type { Schema } from './client.js';

export type Newsletter = Schema<'NewsletterView'>;
export type FormVersion = Schema<'FormVersionView'>;
export type FormField = Schema<'FieldDto'>;

/** All newsletters; a tenant has few. */
export const useNewsletters = () =>
  useQuery({
    queryKey: ['newsletters'],
    queryFn: async () =>
      (await read(api.GET('/api/v1/newsletters', { params: { query: { limit: 200 } } }))).items,
  });

/** Versions of a newsletter's form, newest first, the draft among them. */
export const formVersionsQuery = (newsletterId: string) =>
  queryOptions({
    queryKey: ['newsletters', newsletterId, 'form'],
    queryFn: async () =>
      (
        await read(
          api.GET('/api/v1/newsletters/{newsletterId}/form/versions', {
            params: { path: { newsletterId } },
          }),
        )
      ).items,
  });

export const statsQuery = (newsletterId: string) =>
  queryOptions({
    queryKey: ['newsletters', newsletterId, 'stats'],
    queryFn: () =>
      read(
        api.GET('/api/v1/newsletters/{newsletterId}/stats', { params: { path: { newsletterId } } }),
      ),
    staleTime: 60_000,
  });

export const publishedOf = (versions: readonly FormVersion[]): FormVersion | undefined =>
  versions.find(({ publishedAt }) => publishedAt !== null);

/** The declared fields of the newsletters' published forms, each name once. */
export const useFieldsOf = (newsletterIds: readonly string[]): readonly FormField[] =>
  useQueries({
    queries: newsletterIds.map((id) => formVersionsQuery(id)),
    combine: (results) => {
      const fields = results.flatMap(({ data = [] }) => publishedOf(data)?.content.fields ?? []);
      return fields.filter((field, i) => fields.findIndex(({ name }) => name === field.name) === i);
    },
  });
