import {
  Button,
  Fieldset,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { ActionForm } from '../../../ui/action-form.js';
import { correctionOf, linesToCorrect, taxCategories } from './corrected-lines.js';
import type { TypedLine } from './corrected-lines.js';

interface CorrectionDialogProps {
  readonly tenantId: string;
  readonly invoice: Schema<'WholeInvoiceView'>;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** All lines of the invoice that is to take the place of a wrong one. @clause W22.2 */
export const CorrectionDialog = ({
  tenantId,
  invoice,
  opened,
  onClose,
}: CorrectionDialogProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const [lines, setLines] = useState(() => linesToCorrect(invoice.lines));
  const change = (at: number, part: Partial<TypedLine>): void => {
    setLines((before) => before.map((line, i) => (i === at ? { ...line, ...part } : line)));
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('correct.title', { number: invoice.number })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Text>{t('correct.text')}</Text>
        {lines.map((line, i) => (
          <LineFields
            key={i}
            number={i + 1}
            line={line}
            onChange={(part) => {
              change(i, part);
            }}
            onRemove={() => {
              setLines((before) => before.filter((_, at) => at !== i));
            }}
          />
        ))}
        <div>
          <Button
            variant="light"
            size="xs"
            onClick={() => {
              setLines((before) => [...before, { text: '', amount: '', taxCategory: 'standard' }]);
            }}
          >
            {t('correct.addLine')}
          </Button>
        </div>
        <ActionForm
          verb={t('correct.propose')}
          done={t('correct.done')}
          fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
          onClose={onClose}
          run={({ reason }, key) =>
            read(
              api.POST('/api/v1/operator/tenants/{tenantId}/invoices/{invoiceId}/correction', {
                params: {
                  path: { tenantId, invoiceId: invoice.id },
                  header: { 'Idempotency-Key': key },
                },
                body: correctionOf(lines, reason),
              }),
            )
          }
        />
      </Stack>
    </Modal>
  );
};

interface LineFieldsProps {
  readonly number: number;
  readonly line: TypedLine;
  readonly onChange: (part: Partial<TypedLine>) => void;
  readonly onRemove: () => void;
}

const LineFields = ({ number, line, onChange, onRemove }: LineFieldsProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  return (
    <Fieldset legend={t('correct.line', { number })}>
      <TextInput
        label={t('correct.content')}
        value={line.text}
        onChange={(event) => {
          onChange({ text: event.currentTarget.value });
        }}
      />
      <Group align="flex-end" mt="xs">
        <TextInput
          type="number"
          label={t('correct.amount')}
          value={line.amount}
          onChange={(event) => {
            onChange({ amount: event.currentTarget.value });
          }}
          style={{ flex: '1 1 8rem' }}
        />
        <NativeSelect
          label={t('correct.category')}
          value={line.taxCategory}
          data={taxCategories.map((value) => ({ value, label: t(`taxCategory.${value}`) }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ taxCategory: taxCategories.find((known) => known === value) ?? 'standard' });
          }}
          style={{ flex: '1 1 8rem' }}
        />
        <Button variant="subtle" color="red" onClick={onRemove}>
          {t('action.delete')}
        </Button>
      </Group>
    </Fieldset>
  );
};
