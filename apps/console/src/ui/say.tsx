import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';

/** A short word that something is done. */
export const sayDone = (message: string): void => {
  notifications.show({
    message,
    color: 'green',
    closeButtonProps: closing(),
    icon: <IconCheck size={18} aria-hidden />,
  });
};

/** That something did not work, where there is no form to say it in. */
export const sayFailed = (message: string): void => {
  notifications.show({
    message,
    color: 'red',
    closeButtonProps: closing(),
    icon: <IconAlertTriangle size={18} aria-hidden />,
    autoClose: 10_000,
  });
};

const closing = (): { 'aria-label': string } => ({ 'aria-label': i18next.t('action.close') });
