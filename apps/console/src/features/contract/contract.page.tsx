import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { ContractAlerts } from './contract-alerts.js';
import { useContract } from './contract.js';
import { CourseSection } from './course-section.js';
import { DetailsSection } from './details-section.js';
import { EndSection } from './end-section.js';
import { Terms } from './terms.js';
import { TimelineSection } from './timeline-section.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('contract');
  const query = useContract();
  const none = isProblem(query.error, 'contracts.not-found');
  return (
    <Page title={t('title')} lead={t('lead')}>
      {none ? (
        <EmptyState title={t('none.title')} text={t('none.text')} />
      ) : (
        <QueryView query={query}>
          {(contract) => (
            <>
              <ContractAlerts contract={contract} />
              <Terms contract={contract} />
              <TimelineSection entries={contract.timeline} />
              <CourseSection contract={contract} />
              <DetailsSection contract={contract} />
              <EndSection contract={contract} />
            </>
          )}
        </QueryView>
      )}
    </Page>
  );
};
