import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from './day-picker.js';
import { aLittleLater, isFullHour } from './first-proposal.js';
import type { Proposal } from './first-proposal.js';

interface TimeFieldsProps {
  readonly value: Proposal;
  readonly onChange: (value: Proposal) => void;
}

/** Day and time of day in Japan, with a word of advice at full hours. */
export const TimeFields = ({ value, onChange }: TimeFieldsProps): ReactNode => {
  const { t } = useTranslation('campaigns');
  return (
    <Group align="flex-start" gap="xl">
      <DayPicker
        value={value.day}
        onChange={(day) => {
          onChange({ ...value, day });
        }}
      />
      <Stack gap="sm" style={{ flex: '1 1 14rem' }}>
        <TextInput
          type="time"
          label={t('schedule.time')}
          description={t('schedule.zone')}
          leftSection={<IconClock size={18} />}
          value={value.time}
          onChange={({ currentTarget }) => {
            onChange({ ...value, time: currentTarget.value });
          }}
          maw={200}
        />
        {isFullHour(value.time) && (
          <Alert color="yellow" title={t('schedule.fullHour')}>
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{t('schedule.fullHourText')}</Text>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  onChange({ ...value, time: aLittleLater(value.time) });
                }}
              >
                {t('schedule.takeLater', { time: aLittleLater(value.time) })}
              </Button>
            </Stack>
          </Alert>
        )}
      </Stack>
    </Group>
  );
};
