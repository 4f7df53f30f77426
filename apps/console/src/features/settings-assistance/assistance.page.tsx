import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { ActionForm } from '../../ui/action-form.js';
import { Facts } from '../../ui/facts.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const hours = ['1', '4', '8', '24'] as const;

/** Consent to operators working in the name of the tenant, and its end. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('settings-assistance');
  const may = useMay();
  const query = useQuery({
    queryKey: ['settings', 'assistance'],
    queryFn: () => read(api.GET('/api/v1/settings/assistance')),
  });
  return (
    <Page title={t('title')} lead={t('lead')} width={860}>
      <QueryView query={query}>
        {({ consent }) => (
          <>
            <Section title={t('now')} text={t(consent ? 'given' : 'none')}>
              {consent && <Given {...consent} />}
              {!may('members.write') && <Text size="sm">{t('ownerOnly')}</Text>}
            </Section>
            {may('members.write') && !consent && <GiveSection />}
          </>
        )}
      </QueryView>
    </Page>
  );
};

const Given = ({ givenAt, until, purpose }: Schema<'ConsentView'>): ReactNode => {
  const { t } = useTranslation('settings-assistance');
  const format = useFormat();
  const may = useMay();
  return (
    <>
      <Facts
        items={[
          [t('givenAt'), format.instant(givenAt)],
          [t('until'), format.instant(until)],
          [t('purpose'), purpose],
        ]}
      />
      {may('audit.read') && (
        <Anchor component={Link} to="/settings/audit" style={{ alignSelf: 'start' }}>
          {t('record')}
        </Anchor>
      )}
      {may('members.write') && (
        <div>
          <ActionButton
            label={t('end')}
            text={t('endText')}
            done={t('ended')}
            size="sm"
            dangerous
            run={() => read(api.DELETE('/api/v1/settings/assistance'))}
          />
        </div>
      )}
    </>
  );
};

const GiveSection = (): ReactNode => {
  const { t } = useTranslation('settings-assistance');
  return (
    <Section title={t('give.title')} text={t('give.text')}>
      <ActionForm
        verb={t('give.verb')}
        done={t('give.done')}
        fields={[
          {
            name: 'hours',
            label: t('give.hours'),
            choices: hours.map((value) => ({ value, label: t(`hours.${value}`) })),
          },
          { name: 'purpose', label: t('give.purpose'), text: t('give.purposeText') },
        ]}
        run={({ hours: chosen, purpose }) =>
          read(
            api.POST('/api/v1/settings/assistance', { body: { hours: Number(chosen), purpose } }),
          )
        }
      />
    </Section>
  );
};
