import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { createContext, use, useCallback, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Question {
  readonly title: string;
  /** Whole sentences that say exactly what will happen. */
  readonly text: ReactNode;
  /** What the button that does it says: a verb, never "OK". */
  readonly verb: string;
  /** Red, and the focus begins at the button that does nothing. */
  readonly dangerous?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;

const Confirm = createContext<Ask>(() => Promise.resolve(false));

/** `if (await ask({ title, text, verb })) …`: false for every way of closing but the verb's button. */
export const useConfirm = (): Ask => use(Confirm);

export const ConfirmProvider = ({ children }: { children: ReactNode }): ReactNode => {
  const { t } = useTranslation();
  const [question, setQuestion] = useState<Question>();
  const [opened, setOpened] = useState(false);
  const answer = useRef<(yes: boolean) => void>(undefined);
  const ask = useCallback<Ask>((asked) => {
    setQuestion(asked);
    setOpened(true);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  }, []);
  const settle = (yes: boolean): void => {
    setOpened(false);
    answer.current?.(yes);
  };
  return (
    <Confirm value={ask}>
      {children}
      <Modal
        opened={opened}
        onClose={() => {
          settle(false);
        }}
        title={question?.title}
        centered
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Stack>
          <Text component="div">{question?.text}</Text>
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => {
                settle(false);
              }}
              data-autofocus
            >
              {t('action.cancel')}
            </Button>
            <Button
              color={question?.dangerous ? 'red.9' : 'ai'}
              onClick={() => {
                settle(true);
              }}
            >
              {question?.verb}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Confirm>
  );
};
