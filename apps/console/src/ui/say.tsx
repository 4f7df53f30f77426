import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';

/** A short word that something is done. */
export const sayDone = (message: string): void => {
  notifications.show({ message, color: 'green', icon: <IconCheck size={18} aria-hidden /> });
};

/** That something did not work, where there is no form to say it in. */
export const sayFailed = (message: string): void => {
  notifications.show({
    message,
    color: 'red',
    icon: <IconAlertTriangle size={18} aria-hidden />,
    autoClose: 10_000,
  });
};
