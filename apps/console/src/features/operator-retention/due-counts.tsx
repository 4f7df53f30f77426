import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { useFormat } from '../../ui/use-format.js';

/** How much would go with a tenant, counted when somebody asks. */
export const DueCounts = ({
  tenantId,
  which,
}: {
  tenantId: string;
  which: 'A' | 'B';
}): ReactNode => {
  const { t } = useTranslation('operator-retention');
  const { t: common } = useTranslation();
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const query = useQuery({
    queryKey: ['operator', 'erasures', tenantId, which],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/tenants/{tenantId}/erasure', {
          params: { path: { tenantId }, query: { class: which } },
        }),
      ),
    enabled: opened,
  });
  return (
    <>
      <Button size="xs" variant="light" onClick={open}>
        {t('count')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('countTitle')}
        closeButtonProps={{ 'aria-label': common('action.close') }}
      >
        <QueryView query={query}>
          {({ items }) => (
            <DataTable
              label={t('countTitle')}
              empty={t('noRows')}
              minWidth={240}
              rows={items}
              keyOf={({ table }) => table}
              columns={[
                { head: t('table'), cell: ({ table }) => table },
                { head: t('number'), figure: true, cell: ({ rows }) => format.count(rows) },
              ]}
            />
          )}
        </QueryView>
      </Modal>
    </>
  );
};
