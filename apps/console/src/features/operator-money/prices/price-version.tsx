import { Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { useMay, useSession } from '../../../api/session.js';
import { ActionButton } from '../../../ui/action-button.js';
import { useNameOfCode } from '../../../ui/catalogue.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { ChangesList } from './changes-list.js';
import { priceChanges, tableBefore } from './price-changes.js';

interface PriceVersionProps {
  readonly prices: Schema<'PricesView'>;
  readonly all: readonly Schema<'PricesView'>[];
}

/** One version: its prices, and for a draft what it would change. */
export const PriceVersion = ({ prices, all }: PriceVersionProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const isDraft = prices.state === 'draft';
  const before = tableBefore(prices.effectiveFrom, all);
  return (
    <Section
      title={t('priceVersion', {
        version: prices.version,
        month: format.month(prices.effectiveFrom),
      })}
      text={<Badge color={isDraft ? 'yellow' : 'green'}>{t(`price.${prices.state}`)}</Badge>}
      actions={isDraft && <DraftVerbs prices={prices} />}
    >
      {isDraft && before && (
        <Stack gap="xs">
          <Title order={3}>{t('changesFrom', { month: format.month(before.effectiveFrom) })}</Title>
          <ChangesList changes={priceChanges(before.courses, prices.courses)} />
        </Stack>
      )}
      {prices.courses.map((course) => (
        <CourseTable key={course.courseCode} course={course} />
      ))}
    </Section>
  );
};

const CourseTable = ({ course }: { course: Schema<'CoursePriceDto'> }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const nameOf = useNameOfCode();
  const lines: (readonly [string, number])[] = [
    ...course.tiers.map(
      ({ upTo, monthlyFeeYen }) =>
        [upTo === null ? t('noLimit') : t('upTo', { count: upTo }), monthlyFeeYen] as const,
    ),
    ...course.options.map(
      ({ optionCode, monthlyFeeYen }) =>
        [t('optionOf', { code: nameOf(optionCode) }), monthlyFeeYen] as const,
    ),
  ];
  return (
    <Stack gap="xs">
      <Title order={3}>
        {nameOf(course.courseCode)} ({t('setupFee', { sum: format.yen(course.setupFeeYen) })})
      </Title>
      <Table withRowBorders aria-label={nameOf(course.courseCode)} verticalSpacing={4}>
        <Table.Tbody>
          {lines.map(([name, yen]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td ta="right" className="numbers">
                {format.yen(yen)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};

const DraftVerbs = ({ prices }: { prices: Schema<'PricesView'> }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const { id } = useSession();
  const writes = useMay()('billing.write');
  const path = { version: prices.version };
  if (!writes) return null;
  return (
    <Group gap="xs">
      {prices.draftedBy === id ? (
        <Text size="sm" c="dimmed">
          {t('publish.needsOther')}
        </Text>
      ) : (
        <ActionButton
          label={t('publish.verb')}
          text={t('publish.text', { month: format.month(prices.effectiveFrom) })}
          done={t('publish.done')}
          variant="filled"
          run={() =>
            read(api.POST('/api/v1/operator/prices/{version}/publish', { params: { path } }))
          }
        />
      )}
      <ActionButton
        label={t('action.delete')}
        text={t('publish.discardText')}
        done={t('publish.discarded')}
        dangerous
        run={() => read(api.DELETE('/api/v1/operator/prices/{version}', { params: { path } }))}
      />
    </Group>
  );
};
