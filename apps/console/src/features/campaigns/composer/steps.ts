export const steps = ['recipients', 'content', 'check', 'schedule'] as const;
export type Step = (typeof steps)[number];

export const asStep = (text: string): Step => steps.find((step) => step === text) ?? 'recipients';

/** Where to mend what a finding's field names: a step of the composer, or a page of the settings. */
export const placeToMend = (field: string): { step: Step } | { page: string } => {
  const [name = ''] = field.split(/[.[]/, 1);
  if (['newsletterIds', 'segmentId', 'condition', 'target'].includes(name))
    return { step: 'recipients' };
  if (name === 'sender') return { page: '/settings/sender' };
  if (name === 'domain') return { page: '/settings/domains' };
  if (name === 'contract') return { page: '/contract' };
  if (name === 'scheduledAt') return { step: 'schedule' };
  return { step: 'content' };
};
