import { Anchor, Box, Button, Group, SimpleGrid, Stepper, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Campaign } from '../../../api/campaigns.js';
import { Page } from '../../../ui/page.js';
import { CheckStep } from './check-step.js';
import { ConflictAlert } from './conflict-alert.js';
import { ContentStep } from './content/content-step.js';
import { DraftMenu } from './draft-menu.js';
import { RecipientsStep } from './recipients-step.js';
import { SavingMark } from './saving-mark.js';
import { ScheduleStep } from './schedule/schedule-step.js';
import { asStep, steps } from './steps.js';
import type { Step } from './steps.js';
import { useDraft } from './use-draft.js';
import type { OpenDraft } from './use-draft.js';

const parts: Record<Step, (props: { open: OpenDraft }) => ReactNode> = {
  recipients: RecipientsStep,
  content: ContentStep,
  check: CheckStep,
  schedule: ScheduleStep,
};

/** Recipients → content → check → schedule, on one draft that is saved as one types. */
export const Composer = ({
  first,
  step,
}: {
  first: { value: Campaign; etag: string };
  step: string;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const navigate = useNavigate();
  const open = useDraft(first);
  const current = asStep(step);
  const index = steps.indexOf(current);
  const go = (to: number): void => {
    const name = steps[to];
    if (name) void navigate(`/campaigns/${open.draft.id}/edit/${name}`);
  };
  const Part = parts[current];
  return (
    <Page
      title={open.draft.subject || t('noSubject')}
      width={1320}
      above={
        <Anchor component={Link} to="/campaigns" size="sm">
          {t('list.title')}
        </Anchor>
      }
      actions={
        <>
          <SavingMark open={open} />
          <DraftMenu open={open} />
        </>
      }
    >
      <ConflictAlert open={open} />
      <Box visibleFrom="sm">
        <Stepper active={index} onStepClick={go} size="sm" iconSize={34}>
          {steps.map((name) => (
            <Stepper.Step
              key={name}
              label={t(`step.${name}`)}
              {...(name === current && { 'aria-current': 'step' as const })}
            />
          ))}
        </Stepper>
      </Box>
      <SimpleGrid hiddenFrom="sm" spacing={6} cols={{ base: 2, xs: 4 }}>
        {steps.map((name, i) => (
          <Button
            key={name}
            size="compact-sm"
            px={4}
            variant={i === index ? 'filled' : 'default'}
            onClick={() => {
              go(i);
            }}
            {...(name === current && { 'aria-current': 'step' as const })}
          >
            {t(`step.${name}`)}
          </Button>
        ))}
      </SimpleGrid>
      <VisuallyHidden>
        <h2>{t(`step.${current}`)}</h2>
      </VisuallyHidden>
      <div
        onCompositionStart={() => {
          open.keeper.compose(true);
        }}
        onCompositionEnd={() => {
          open.keeper.compose(false);
        }}
      >
        <Part open={open} />
      </div>
      <Group justify="space-between">
        <Button
          variant="default"
          disabled={index === 0}
          leftSection={<IconArrowLeft size={18} />}
          onClick={() => {
            go(index - 1);
          }}
        >
          {t('action.back')}
        </Button>
        {index < steps.length - 1 && (
          <Button
            rightSection={<IconArrowRight size={18} />}
            onClick={() => {
              go(index + 1);
            }}
          >
            {t(`next.${current}`)}
          </Button>
        )}
      </Group>
    </Page>
  );
};
