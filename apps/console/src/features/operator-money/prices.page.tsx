import { Badge, Group, Stack, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';

/** Price tables by version: published ones stay as they are, the next one begins as a copy. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const prices = useQuery({
    queryKey: ['operator', 'prices'],
    queryFn: () => read(api.GET('/api/v1/operator/prices')),
  });
  return (
    <Page title={t('prices')} lead={t('pricesLead')}>
      <QueryView query={prices}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('noPrices')} />
          ) : (
            items.map((version) => <Version key={version.version} prices={version} />)
          )
        }
      </QueryView>
    </Page>
  );
};

const Version = ({ prices }: { prices: Schema<'PricesView'> }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  return (
    <Section
      title={t('priceVersion', { version: prices.version, day: format.day(prices.effectiveFrom) })}
      text={
        <Badge color={prices.state === 'draft' ? 'yellow' : 'green'}>
          {t(`price.${prices.state}`)}
        </Badge>
      }
      actions={<Verbs prices={prices} />}
    >
      <Stack>
        {prices.courses.map((course) => (
          <Stack key={course.courseCode} gap="xs">
            <Title order={3}>
              {course.courseCode} ({t('setupFee', { sum: format.yen(course.setupFeeYen) })})
            </Title>
            <Table withRowBorders aria-label={course.courseCode} verticalSpacing={4}>
              <Table.Tbody>
                {course.tiers.map(({ upTo, monthlyFeeYen }) => (
                  <Table.Tr key={upTo ?? 'more'}>
                    <Table.Th scope="row">
                      {upTo === null ? t('noLimit') : t('upTo', { count: upTo })}
                    </Table.Th>
                    <Table.Td ta="right" className="numbers">
                      {format.yen(monthlyFeeYen)}
                    </Table.Td>
                  </Table.Tr>
                ))}
                {course.options.map(({ optionCode, monthlyFeeYen }) => (
                  <Table.Tr key={optionCode}>
                    <Table.Th scope="row">{t('optionOf', { code: optionCode })}</Table.Th>
                    <Table.Td ta="right" className="numbers">
                      {format.yen(monthlyFeeYen)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Stack>
        ))}
      </Stack>
    </Section>
  );
};

const Verbs = ({ prices }: { prices: Schema<'PricesView'> }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const writes = useMay()('billing.write');
  const path = { version: prices.version };
  if (!writes) return null;
  if (prices.state === 'published')
    return (
      <ActionButton
        label={t('priceCopy.verb')}
        text={t('priceCopy.text')}
        fields={[
          { name: 'effectiveFrom', label: t('effectiveFrom'), kind: 'date' },
          {
            name: 'courses',
            label: t('priceCopy.courses'),
            text: t('priceCopy.coursesText'),
            kind: 'long',
            initial: JSON.stringify(prices.courses, null, 2),
          },
        ]}
        run={({ effectiveFrom, courses }) =>
          read(
            api.POST('/api/v1/operator/prices', {
              body: {
                effectiveFrom,
                courses: JSON.parse(courses) as Schema<'CoursePriceDto'>[],
              },
            }),
          )
        }
      />
    );
  return (
    <Group gap="xs">
      <ActionButton
        label={t('publish.verb')}
        text={t('publish.text')}
        variant="filled"
        run={() =>
          read(api.POST('/api/v1/operator/prices/{version}/publish', { params: { path } }))
        }
      />
      <ActionButton
        label={t('action.delete')}
        dangerous
        run={() => read(api.DELETE('/api/v1/operator/prices/{version}', { params: { path } }))}
      />
    </Group>
  );
};
