import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { useNameOfCode } from '../../../ui/catalogue.js';
import { Section } from '../../../ui/section.js';
import { PairRows } from './pair-rows.js';
import type { TypedCourse } from './typed-prices.js';

interface CourseFieldsProps {
  readonly course: TypedCourse;
  readonly onChange: (course: TypedCourse) => void;
  readonly onRemove: () => void;
}

/** All prices of one course, without tax. */
export const CourseFields = ({ course, onChange, onRemove }: CourseFieldsProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const nameOf = useNameOfCode();
  const { data } = useQuery({
    queryKey: ['operator', 'catalogue'],
    queryFn: () => read(api.GET('/api/v1/operator/catalogue')),
  });
  return (
    <Section
      title={nameOf(course.courseCode)}
      actions={
        <Button variant="subtle" color="red" size="xs" onClick={onRemove}>
          {t('priceEdit.removeCourse')}
        </Button>
      }
    >
      <Group>
        <TextInput
          type="number"
          min={0}
          label={t('priceEdit.setup')}
          value={course.setupFee}
          onChange={(event) => {
            onChange({ ...course, setupFee: event.currentTarget.value });
          }}
        />
      </Group>
      <Stack gap="xs">
        <Title order={3}>{t('priceEdit.tiers')}</Title>
        <PairRows
          rows={course.tiers.map(({ upTo, fee }) => [upTo, fee])}
          labels={[t('priceEdit.upTo'), t('priceEdit.fee')]}
          first={{ type: 'number', placeholder: t('noLimit') }}
          onChange={(rows) => {
            onChange({ ...course, tiers: rows.map(([upTo, fee]) => ({ upTo, fee })) });
          }}
          add={t('priceEdit.addTier')}
        />
      </Stack>
      <Stack gap="xs">
        <Title order={3}>{t('priceEdit.options')}</Title>
        <PairRows
          rows={course.options.map(({ code, fee }) => [code, fee])}
          labels={[t('priceEdit.option'), t('priceEdit.fee')]}
          first={{ type: 'text', known: data?.options.map(({ code }) => code) ?? [] }}
          onChange={(rows) => {
            onChange({ ...course, options: rows.map(([code, fee]) => ({ code, fee })) });
          }}
          add={t('priceEdit.addOption')}
        />
      </Stack>
    </Section>
  );
};
