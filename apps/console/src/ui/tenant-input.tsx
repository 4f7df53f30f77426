import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../api/client.js';

interface TenantInputProps {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly error: boolean;
  readonly required: boolean;
  /** A tenant's id; '' for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Finds a tenant by its name or slug, among however many there are; for operators. */
export const TenantInput = ({ value, onChange, ...input }: TenantInputProps): ReactNode => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
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
  const found = (data?.items ?? []).map(({ id, name, slug }) => ({
    value: id,
    label: `${name} (${slug})`,
  }));
  return (
    <Select
      {...input}
      searchable
      clearable={!input.required}
      value={value || null}
      data={found}
      // The server searches by slug and name; what it found is not sieved again.
      filter={({ options }) => options}
      nothingFoundMessage={t('noTenantFound')}
      onSearchChange={(text) => {
        // A chosen tenant stands in the field with its label, which is no search.
        setTyped(found.some(({ label }) => label === text) ? '' : text.trim());
      }}
      onChange={(id) => {
        onChange(id ?? '');
      }}
    />
  );
};
