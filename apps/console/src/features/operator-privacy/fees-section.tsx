import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** What requests cost. @clause 個人情報保護法38条 */
export const FeesSection = (): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const format = useFormat();
  const writes = useMay()('terms.write');
  const query = useQuery({
    queryKey: ['operator', 'privacy-fees'],
    queryFn: () => read(api.GET('/api/v1/operator/privacy-fees')),
  });
  return (
    <Section title={t('fees')} text={t('feesText')}>
      <QueryView query={query}>
        {({ purposeNoticeYen, disclosureYen }) => (
          <>
            <Facts
              items={[
                [t('kindOf.PURPOSE_NOTICE'), format.yen(purposeNoticeYen)],
                [t('kindOf.DISCLOSURE'), format.yen(disclosureYen)],
              ]}
            />
            {writes && (
              <div>
                <ActionButton
                  label={t('change')}
                  fields={[
                    {
                      name: 'purposeNotice',
                      label: t('feeOf.purposeNotice'),
                      kind: 'number',
                      initial: String(purposeNoticeYen),
                    },
                    {
                      name: 'disclosure',
                      label: t('feeOf.disclosure'),
                      kind: 'number',
                      initial: String(disclosureYen),
                    },
                  ]}
                  run={({ purposeNotice, disclosure }) =>
                    read(
                      api.PUT('/api/v1/operator/privacy-fees', {
                        body: {
                          purposeNoticeYen: Number(purposeNotice),
                          disclosureYen: Number(disclosure),
                        },
                      }),
                    )
                  }
                />
              </div>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
};
