import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../../api/session.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { EmptyState } from '../../../ui/states.js';
import { PriceVersion } from './price-version.js';
import { usePrices } from './use-prices.js';

/** Price tables by version: published ones stay as they are, the next one begins as a copy. @clause W4.6 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const writes = useMay()('billing.write');
  const prices = usePrices();
  return (
    <Page
      title={t('prices')}
      lead={t('pricesLead')}
      actions={
        writes && (
          <Button component={Link} to="/operator/prices/new">
            {t('priceEdit.verb')}
          </Button>
        )
      }
    >
      <QueryView query={prices}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('noPrices')} text={t('noPricesText')} />
          ) : (
            items.map((version) => (
              <PriceVersion key={version.version} prices={version} all={items} />
            ))
          )
        }
      </QueryView>
    </Page>
  );
};
