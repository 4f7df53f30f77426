import { Badge, Button, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../api/session.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import type { Contract } from './contract.js';

const colors = { 'to-check': 'ai', planned: 'ai', applied: 'green', refused: 'red' } as const;

/** To whom invoices and letters go, and the changes that were notified. */
export const DetailsSection = ({
  contract: { billTo, detailsChanges, can },
}: {
  contract: Contract;
}): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const may = useMay();
  const fields = ['name', 'nameKana', 'postalAddress', 'contactPerson', 'email'] as const;
  return (
    <Section
      title={t('details.title')}
      text={t('details.text')}
      actions={
        can.changeDetails &&
        may('contract.write') && (
          <Button component={Link} to="/contract/details" variant="light">
            {t('details.change')}
          </Button>
        )
      }
    >
      <Table layout="fixed" withRowBorders>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field}>
              <Table.Th w="35%" scope="row">
                {t(`details.${field}`)}
              </Table.Th>
              <Table.Td className="any-break">
                {billTo[field] === '' ? '–' : (billTo[field] ?? t('details.byPost'))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {detailsChanges.map(({ id, state, changed, plannedDate, arrivedAt, reason }) => (
        <Group key={id} gap="xs">
          <Badge color={colors[state]}>{t(`details.state.${state}`)}</Badge>
          <Text>
            {t('details.planned', {
              what: changed.map((field) => t(`details.${field}`)).join(', '),
              on: format.day(plannedDate),
            })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('arrived', { at: format.instant(arrivedAt) })}
            {reason !== null && ` · ${reason}`}
          </Text>
        </Group>
      ))}
    </Section>
  );
};
