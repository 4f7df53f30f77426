import { Suspense, createContext, lazy, use, useCallback, useRef, useState } from 'react';
import type { ReactNode } from 'react';

const ConfirmDialog = lazy(() => import('./confirm-dialog.js'));

export interface Question {
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
