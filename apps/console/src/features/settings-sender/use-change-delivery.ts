import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useDeliverySettings } from '../../api/delivery-settings.js';
import { useMay } from '../../api/session.js';
import { sayDone } from '../../ui/say.js';

type Settings = Schema<'DeliverySettingsView'>;

/** The rules of sending, and how to change one: what somebody else changed meanwhile is shown, never overwritten. */
export const useChangeDelivery = () => {
  const { t } = useTranslation('settings-sender');
  const may = useMay();
  const queries = useQueryClient();
  const query = useDeliverySettings();
  const saving = useMutation({
    mutationFn: (change: Partial<Omit<Settings, 'version'>>) => {
      if (!query.data) throw new Error('Nothing can be changed before it was read');
      const { value, etag } = query.data;
      const { afterCrash, avoidFullHours, tracking } = value;
      const body = { afterCrash, avoidFullHours, tracking, ...change };
      return read(
        api.PUT('/api/v1/settings/delivery', { params: { header: { 'If-Match': etag } }, body }),
      );
    },
    onSuccess: () => {
      sayDone(t('saved'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['settings', 'delivery'] }),
  });
  return { query, saving, disabled: !may('settings.write') || saving.isPending };
};
