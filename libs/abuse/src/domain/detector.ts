import type { ProhibitedAct, Texts } from '#lib/kernel';

/** What a detector is set to; figures of its thresholds are plain numbers, shares between 0 and 1. */
export interface DetectorSettings {
  readonly isOn: boolean;
  /** Whether the campaign it speaks of stands still until an operator has decided. */
  readonly holds: boolean;
  readonly thresholds: Readonly<Record<string, number>>;
}

interface Detector extends DetectorSettings {
  /** The prohibited act that it makes likely. @clause W12A */
  readonly code: ProhibitedAct;
  readonly text: Texts;
}

/** Every detector with what it is set to unless operators say otherwise. Detecting abuse is a declared purpose. @clause P4-2 */
export const detectors = {
  'audience-jump': {
    ...{ code: 'P08', isOn: true, holds: false },
    thresholds: { least: 500, factor: 5 },
    text: {
      ja: '1日の新しい読者が、いつもの日より急に増えました。',
      en: 'Far more people joined in a day than on a usual one.',
    },
  },
  'sign-up-flood': {
    ...{ code: 'P12', isOn: true, holds: false },
    thresholds: { least: 300, confirmedShare: 0.1 },
    text: {
      ja: '登録フォームから大量の申し込みがあり、ほとんどが確認されていません。',
      en: 'A form was filled in very often within an hour, and hardly anybody confirmed.',
    },
  },
  'sending-jump': {
    ...{ code: 'P09', isOn: true, holds: false },
    thresholds: { least: 10_000, factor: 5 },
    text: {
      ja: '1日の配信数が、いつもより急に増えました。',
      en: 'Far more mails were sent in a day than usual.',
    },
  },
  'new-links': {
    ...{ code: 'P16', isOn: true, holds: false },
    thresholds: { least: 10 },
    text: {
      ja: 'これまで使われたことのないリンク先ドメインが一度に多数使われました。',
      en: 'Links lead to many domains at once that were never used before.',
    },
  },
  'same-text': {
    ...{ code: 'P22', isOn: true, holds: true },
    thresholds: { tenants: 2, letters: 200 },
    text: {
      ja: '同じ文面が複数の契約者から配信されています。',
      en: 'Several tenants sent the same words.',
    },
  },
  'bounce-trend': {
    ...{ code: 'P08', isOn: true, holds: false },
    thresholds: { mails: 1_000, share: 0.05, factor: 2 },
    text: {
      ja: '1週間の不達の割合が、これまでより大きく悪化しました。',
      en: 'The share of bounces over a week became much worse.',
    },
  },
  'complaint-trend': {
    ...{ code: 'P09', isOn: true, holds: false },
    thresholds: { mails: 1_000, share: 0.001, factor: 2 },
    text: {
      ja: '1週間の迷惑メール申告の割合が、これまでより大きく悪化しました。',
      en: 'The share of complaints over a week became much worse.',
    },
  },
  'blocked-links': {
    ...{ code: 'P16', isOn: true, holds: true },
    thresholds: { links: 1 },
    text: {
      ja: '配信が禁止されているサイトへのリンクが含まれています。',
      en: 'A link leads to a site that mails may not link to.',
    },
  },
  'deceptive-links': {
    ...{ code: 'P19', isOn: true, holds: false },
    thresholds: { links: 1 },
    text: {
      ja: '別のサイトに見せかけるリンクが含まれています。',
      en: 'A link pretends to lead to another site.',
    },
  },
  'shared-account': {
    ...{ code: 'P22', isOn: true, holds: false },
    thresholds: { networks: 5 },
    text: {
      ja: '1つのアカウントが、1時間以内に多数の接続元から同時に使われました。',
      en: 'One account was used from many networks within an hour.',
    },
  },
} as const satisfies Record<string, Detector>;

export type DetectorName = keyof typeof detectors;
/** What each detector is set to, with its own thresholds. */
export type AllSettings = {
  readonly [N in DetectorName]: DetectorSettings & {
    readonly thresholds: Readonly<Record<keyof (typeof detectors)[N]['thresholds'], number>>;
  };
};

export const detectorNames = Object.keys(detectors) as readonly DetectorName[];

/** Names of thresholds that a detector does not have, that are missing, or that are no number of 0 or more. */
export const badThresholds = (
  name: DetectorName,
  given: Readonly<Record<string, unknown>>,
): string[] => {
  const known = Object.keys(detectors[name].thresholds);
  const strange = Object.keys(given).filter((each) => !known.includes(each));
  const bad = known.filter((each) => {
    const value = given[each];
    return typeof value !== 'number' || !Number.isFinite(value) || value < 0;
  });
  return [...strange, ...bad];
};
