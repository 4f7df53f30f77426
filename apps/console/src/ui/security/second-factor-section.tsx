import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../query-view.js';
import { sayDone } from '../say.js';
import { Section } from '../section.js';
import { useFormat } from '../use-format.js';
import { AskPassword } from './ask-password.js';
import { Enrolment } from './enrolment.js';
import { PasskeyList } from './passkey-list.js';
import { RecoveryCodes } from './recovery-codes.js';
import { perform, useSecondFactors } from './second-factor.js';
import type { Outcome, Task } from './second-factor.js';

/** Authenticator app, passkeys and recovery codes. */
export const SecondFactorSection = (): ReactNode => {
  const { t } = useTranslation('security');
  const format = useFormat();
  const queries = useQueryClient();
  const query = useSecondFactors();
  const [task, setTask] = useState<Task>();
  const [outcome, setOutcome] = useState<Outcome>({});
  const renew = async (found: Outcome): Promise<void> => {
    setTask(undefined);
    setOutcome(found);
    await queries.invalidateQueries({ queryKey: ['second-factor'] });
    await queries.invalidateQueries({ queryKey: ['session'] });
  };
  const doing = useMutation({
    mutationFn: ({ what, password }: { what: Task; password: string }) => perform(what, password),
    onSuccess: async (found) => {
      await renew(found);
      if (!found.enrolment && !found.recoveryCodes?.length) sayDone(t('saved'));
    },
  });
  const begin = (next: Task): void => {
    doing.reset();
    setTask(next);
  };
  return (
    <Section title={t('second.title')} text={t('second.text')}>
      <QueryView query={query}>
        {({ totp, passkeys, recoveryCodesLeft }) => (
          <>
            <Group justify="space-between" gap="sm">
              <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
                <Text fw={500}>
                  {t('totp.title')}{' '}
                  <Badge color={totp ? 'green' : 'gray'}>{t(totp ? 'on' : 'off')}</Badge>
                </Text>
                {totp && (
                  <Text size="sm" c="dimmed">
                    {t('since', { at: format.instant(totp.since) })}
                  </Text>
                )}
              </div>
              <Button
                variant={totp ? 'default' : 'light'}
                onClick={() => {
                  begin({ kind: totp ? 'remove-totp' : 'totp' });
                }}
              >
                {t(totp ? 'totp.remove' : 'totp.begin')}
              </Button>
            </Group>
            {outcome.enrolment && <Enrolment enrolment={outcome.enrolment} onDone={renew} />}
            <PasskeyList passkeys={passkeys} onTask={begin} />
            {(totp !== null || passkeys.length > 0) && (
              <Group justify="space-between" gap="sm">
                <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
                  <Text fw={500}>{t('codes.title')}</Text>
                  <Text size="sm" c={recoveryCodesLeft < 3 ? 'red' : 'dimmed'}>
                    {t('codes.left', { count: recoveryCodesLeft })}
                  </Text>
                </div>
                <Button
                  variant="default"
                  onClick={() => {
                    begin({ kind: 'codes' });
                  }}
                >
                  {t('codes.renew')}
                </Button>
              </Group>
            )}
            {outcome.recoveryCodes && outcome.recoveryCodes.length > 0 && (
              <RecoveryCodes codes={outcome.recoveryCodes} />
            )}
          </>
        )}
      </QueryView>
      {task && (
        <AskPassword
          title={t(`task.${task.kind}`)}
          text={t(`taskText.${task.kind}`)}
          pending={doing.isPending}
          error={doing.error}
          onPassword={(password) => {
            doing.mutate({ what: task, password });
          }}
          onClose={() => {
            setTask(undefined);
          }}
        />
      )}
    </Section>
  );
};
