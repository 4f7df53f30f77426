import { Suspense, createContext, lazy, use, useCallback, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from './question.js';

const ConfirmDialog = lazy(() => import('./confirm-dialog.js'));

type Ask = (question: Question) => Promise<boolean>;

const Confirm = createContext<Ask>(() => Promise.resolve(false));

/** `if (await ask({ title, text, verb })) …`: false for every way of closing but the verb's button. */
export const useConfirm = (): Ask => use(Confirm);

/** The same for deleting for good, in the words that the texts of a namespace have under `delete`. */
export const useConfirmDeletion = (namespace: string): (() => Promise<boolean>) => {
  const { t } = useTranslation(namespace);
  const ask = useConfirm();
  const [title, text, verb] = [t('delete.title'), t('delete.text'), t('delete.verb')];
  return () => ask({ title, text, verb, dangerous: true });
};

export const ConfirmProvider = ({ children }: { children: ReactNode }): ReactNode => {
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
      {question && (
        <Suspense fallback={null}>
          <ConfirmDialog question={question} opened={opened} onAnswer={settle} />
        </Suspense>
      )}
    </Confirm>
  );
};
