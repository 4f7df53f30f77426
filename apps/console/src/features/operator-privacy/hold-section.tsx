import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** Whether a legal hold keeps what a request wants erased; one operator sets it, two lift it. */
export const HoldSection = ({ requestId }: { requestId: string }): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const format = useFormat();
  const writes = useMay()('terms.write');
  const query = useQuery({
    queryKey: ['operator', 'legal-holds'],
    queryFn: () => read(api.GET('/api/v1/operator/legal-holds')),
  });
  const hold = query.data?.items.find(
    (each) => each.requestId === requestId && each.liftedAt === null,
  );
  return (
    <Section
      title={t('hold.title')}
      text={t('hold.about')}
      actions={
        query.data &&
        !hold &&
        writes && (
          <ActionButton
            label={t('hold.verb')}
            text={t('hold.text')}
            fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
            run={({ reason }) =>
              read(
                api.POST('/api/v1/operator/legal-holds', {
                  body: { tenantId: null, requestId, reason },
                }),
              )
            }
          />
        )
      }
    >
      <QueryView query={query}>
        {() =>
          hold ? (
            <>
              <Facts
                items={[
                  [t('reason'), hold.reason],
                  [t('hold.since'), format.instant(hold.setAt)],
                  [t('hold.liftAsked'), hold.liftReason],
                ]}
              />
              <Anchor component={Link} to="/operator/retention" size="sm">
                {t('hold.toLift')}
              </Anchor>
            </>
          ) : (
            <Text c="dimmed" size="sm">
              {t('hold.none')}
            </Text>
          )
        }
      </QueryView>
    </Section>
  );
};
