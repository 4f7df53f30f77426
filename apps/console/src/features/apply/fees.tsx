import { List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useCatalogue, useNameOfCode } from '../../ui/catalogue.js';
import { jstDay } from '../../ui/format.js';
import { now } from '../../ui/now.js';
import { useFormat } from '../../ui/use-format.js';

type Table = Schema<'PublicPricesView'>['items'][number];
type Course = Table['courses'][number];

/** What the courses on sale cost, now and by the tables to come: nobody applies for what has no price. @clause W3.2 */
export const Fees = (): ReactNode => {
  const { t } = useTranslation('apply');
  const { data } = useQuery({
    queryKey: ['prices'],
    queryFn: () => read(api.GET('/api/v1/prices')),
  });
  const catalogue = useCatalogue();
  const format = useFormat();
  const { courses: onSale = [], options = [] } = catalogue.data ?? {};
  const month = jstDay(now()).slice(0, 7);
  const tables = data?.items ?? [];
  const present = tables.find(({ effectiveFrom }) => effectiveFrom <= month);
  const coming = tables.filter(({ effectiveFrom }) => effectiveFrom > month).toReversed();
  return [...(present ? [present] : []), ...coming].map(({ effectiveFrom, courses }) => (
    <section key={effectiveFrom}>
      <Title order={3} size="h5" mb={4}>
        {effectiveFrom <= month
          ? t('fees.title')
          : t('fees.coming', { month: format.month(effectiveFrom) })}
      </Title>
      {courses
        .filter(({ courseCode }) => onSale.some(({ code }) => code === courseCode))
        .map((course) => (
          <FeesOf
            key={course.courseCode}
            course={course}
            options={course.options.filter(({ optionCode }) =>
              options.some(({ code }) => code === optionCode),
            )}
          />
        ))}
    </section>
  ));
};

const FeesOf = ({
  course: { courseCode, setupFee, tiers },
  options,
}: {
  course: Course;
  options: Course['options'];
}): ReactNode => {
  const { t } = useTranslation('apply');
  const format = useFormat();
  const nameOf = useNameOfCode();
  const amounts = (fee: Course['setupFee']): { yen: string; withTax: string } => ({
    yen: format.yen(fee.yen),
    withTax: format.yen(fee.withTaxYen),
  });
  return (
    <>
      <Text fw={600} size="sm" mt="xs">
        {nameOf(courseCode)}
      </Text>
      <List size="sm">
        <List.Item>{t('fees.setup', amounts(setupFee))}</List.Item>
        {tiers.map(({ upTo, ...fee }) => (
          <List.Item key={upTo}>
            {upTo === null
              ? t(tiers.length === 1 ? 'fees.any' : 'fees.more', amounts(fee))
              : t('fees.upTo', { count: upTo, ...amounts(fee) })}
          </List.Item>
        ))}
        {options.map(({ optionCode, ...fee }) => (
          <List.Item key={optionCode}>
            {t('fees.option', { name: nameOf(optionCode), ...amounts(fee) })}
          </List.Item>
        ))}
      </List>
    </>
  );
};
