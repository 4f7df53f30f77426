import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';

interface TenantSearchProps {
  readonly value: string | null;
  readonly onChange: (tenantId: string | null) => void;
  /** Shown first: the likeliest. */
  readonly candidates: readonly { readonly value: string; readonly label: string }[];
}

/** Finds a tenant by its name or slug. */
export const TenantSearch = ({ value, onChange, candidates }: TenantSearchProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery({
    queryKey: ['operator', 'tenants', 'search', search],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/tenants', {
          params: { query: { limit: 20, ...(search && { search }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const known = new Set(candidates.map((candidate) => candidate.value));
  const others = (data?.items ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, slug }) => ({ value: id, label: `${name} (${slug})` }));
  return (
    <Select
      label={t('tenant')}
      placeholder={t('match.search')}
      required
      searchable
      allowDeselect={false}
      value={value}
      data={[
        ...(candidates.length > 0
          ? [{ group: t('match.candidates'), items: [...candidates] }]
          : []),
        ...(others.length > 0 ? [{ group: t('match.all'), items: others }] : []),
      ]}
      // The server searches by slug and name; what it found is not sieved again.
      filter={({ options }) => options}
      nothingFoundMessage={t('match.none')}
      onSearchChange={(text) => {
        // A chosen tenant stands in the field with its label, which is no search.
        setTyped(text.includes('(') ? '' : text);
      }}
      onChange={onChange}
    />
  );
};
