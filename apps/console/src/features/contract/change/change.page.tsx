import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../../api/session.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { EmptyState, NoPermission } from '../../../ui/states.js';
import { useCatalogue } from '../../../ui/catalogue.js';
import { useContract } from '../contract.js';
import { ChangeForm } from './change-form.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('contract');
  const may = useMay();
  const contract = useContract();
  const catalogue = useCatalogue();
  return (
    <Page
      title={t('change.title')}
      lead={t('change.lead')}
      width={760}
      above={
        <Anchor component={Link} to="/contract" size="sm">
          {t('title')}
        </Anchor>
      }
    >
      {!may('contract.write') ? (
        <NoPermission />
      ) : (
        <QueryView query={contract}>
          {(current) =>
            current.can.earliestChange === null ? (
              <EmptyState title={t('change.cannot')} text={t('change.cannotText')} />
            ) : (
              <QueryView query={catalogue}>
                {(onSale) => (
                  <ChangeForm
                    contract={current}
                    onSale={onSale}
                    earliest={current.can.earliestChange ?? ''}
                  />
                )}
              </QueryView>
            )
          }
        </QueryView>
      )}
    </Page>
  );
};
