import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';

interface AnswerProps {
  readonly tenantId: string;
  readonly id: string;
}

const courseAnswers = ['accept', 'decline', 'postpone'] as const;

/** Answers to a request for another course. @clause W5.3 */
export const CourseAnswer = ({ tenantId, id }: AnswerProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  return (
    <ActionButton
      label={t('answer.verb')}
      done={t('answer.done')}
      text={t('answer.text')}
      fields={[
        {
          name: 'answer',
          label: t('answer.answer'),
          choices: courseAnswers.map((value) => ({ value, label: t(`answer.${value}`) })),
        },
        { name: 'reason', label: t('reason'), kind: 'long', optional: true },
        { name: 'to', label: t('answer.to'), kind: 'month', optional: true },
      ]}
      run={({ answer, reason, to }) =>
        read(
          api.POST(
            '/api/v1/operator/tenants/{tenantId}/contract/change-requests/{changeRequestId}/answer',
            {
              params: { path: { tenantId, changeRequestId: id } },
              body: { answer, reason: reason || null, to: to || null },
            },
          ),
        )
      }
    />
  );
};

/** Takes or refuses changed details. */
export const DetailsAnswer = ({ tenantId, id }: AnswerProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const decide = (approved: boolean, reason: string | null): Promise<unknown> =>
    read(
      api.POST(
        '/api/v1/operator/tenants/{tenantId}/contract/details-changes/{detailsChangeId}/decide',
        { params: { path: { tenantId, detailsChangeId: id } }, body: { approved, reason } },
      ),
    );
  return (
    <Group gap="xs">
      <ActionButton
        label={t('approve')}
        text={t('detailsText')}
        done={t('detailsDone')}
        run={() => decide(true, null)}
      />
      <ActionButton
        label={t('refuse')}
        text={t('detailsRefuseText')}
        done={t('detailsRefused')}
        dangerous
        fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
        run={({ reason }) => decide(false, reason)}
      />
    </Group>
  );
};

/** A person's word on a suspension or termination; a termination that the platform proposed takes two. @clause W14.1 */
export const ProposalAnswer = ({
  tenantId,
  proposal: { id, action, proposedBy },
}: {
  readonly tenantId: string;
  readonly proposal: Schema<'ProposalView'>;
}): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const params = { path: { tenantId, proposalId: id } };
  const step = action === 'terminate' && proposedBy === null ? 'adopt' : action;
  return (
    <Group gap="xs">
      <ActionButton
        label={step === 'adopt' ? t('adopt') : t('approve')}
        text={t(`proposalOf.${step}`)}
        done={t(`proposalDone.${step}`)}
        dangerous
        run={() =>
          read(
            api.POST(
              '/api/v1/operator/tenants/{tenantId}/contract/proposals/{proposalId}/approve',
              { params },
            ),
          )
        }
      />
      <ActionButton
        label={t('refuse')}
        text={t('proposalRefuseText')}
        done={t('proposalRefused')}
        run={() =>
          read(
            api.POST(
              '/api/v1/operator/tenants/{tenantId}/contract/proposals/{proposalId}/decline',
              { params },
            ),
          )
        }
      />
    </Group>
  );
};
