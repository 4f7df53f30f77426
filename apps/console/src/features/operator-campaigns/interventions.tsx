import { Alert, Anchor, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { waitingMails } from './campaign-stand.js';
import type { TenantCampaign } from './campaign-stand.js';

type Receipt = Schema<'StopView'>;

/** Where operators decide about what holds a campaign. */
const decidedAt = {
  'list-quality': '/operator/approvals',
  abuse: '/operator/abuse-cases',
} as const;

interface InterventionsProps {
  readonly tenantId: string;
  readonly campaign: TenantCampaign;
}

/** What an operator may do to it now, what each verb will do, and what the last one did. */
export const Interventions = ({ tenantId, campaign }: InterventionsProps): ReactNode => {
  const { t } = useTranslation('operator-campaigns');
  const format = useFormat();
  const writes = useMay()('tenants.write');
  const [receipt, setReceipt] = useState<Receipt>();
  const { id: campaignId, status, halted, underReview, heldBy } = campaign;
  const path = { tenantId, campaignId };
  const mails = format.mails(waitingMails(campaign));
  const fields = [
    { name: 'reason', label: t('reason'), text: t('reasonText'), kind: 'long' },
  ] as const;
  const isUnderWay = status === 'sending' || status === 'paused';
  const isPlanned = status === 'scheduled' || status === 'held';
  if (!isUnderWay && !isPlanned && !receipt) return null;
  return (
    <Section title={t('verbs')} text={t('verbsText')}>
      {receipt && (
        <Alert color="green" role="status" title={t(`receiptOf.${receipt.status}`)}>
          {receipt.status === 'aborted' &&
            t('receipt', {
              left: format.mails(receipt.left),
              inFlight: format.mails(receipt.inFlight),
              cancelled: format.mails(receipt.cancelled),
            })}
        </Alert>
      )}
      {heldBy.map((holder) => (
        <Text key={holder} size="sm">
          {t(`heldBy.${holder}`)}{' '}
          <Anchor component={Link} to={decidedAt[holder]} inherit underline="always">
            {t(holder === 'abuse' ? 'toCases' : 'toGates')}
          </Anchor>
        </Text>
      ))}
      {heldBy.length > 1 && <Text size="sm">{t('heldByBoth')}</Text>}
      {!writes && <Text c="dimmed">{t('mayNot')}</Text>}
      {writes && (
        <Group gap="sm">
          {isUnderWay && !halted && (
            <ActionButton
              label={t('pause.verb')}
              text={t(status === 'sending' ? 'pause.text' : 'pause.ofPaused', { mails })}
              size="sm"
              fields={fields}
              run={async (body) => {
                const url = '/api/v1/operator/tenants/{tenantId}/campaigns/{campaignId}/pause';
                setReceipt(await read(api.POST(url, { params: { path }, body })));
              }}
            />
          )}
          {halted && !underReview && (
            <ActionButton
              label={t('resume.verb')}
              text={t('resume.text', { mails })}
              size="sm"
              fields={fields}
              run={async (body, key) => {
                const url = '/api/v1/operator/tenants/{tenantId}/campaigns/{campaignId}/resume';
                const params = { path, header: { 'Idempotency-Key': key } };
                setReceipt(await read(api.POST(url, { params, body })));
              }}
            />
          )}
          {(isUnderWay || isPlanned) && (
            <ActionButton
              label={t(isUnderWay ? 'abort.verb' : 'cancel.verb')}
              text={isUnderWay ? t('abort.text', { mails }) : t('cancel.text')}
              size="sm"
              dangerous
              fields={fields}
              run={async (body, key) => {
                const url = '/api/v1/operator/tenants/{tenantId}/campaigns/{campaignId}/abort';
                const params = { path, header: { 'Idempotency-Key': key } };
                setReceipt(await read(api.POST(url, { params, body })));
              }}
            />
          )}
        </Group>
      )}
    </Section>
  );
};
