import { AnyObject, Choice, Flag, Nested, NestedList, Text } from '#platform/http';
import { prohibitedActs } from '#lib/kernel';
import type { ProhibitedAct } from '#lib/kernel';
import { detectorNames, detectors } from '../domain/detector.js';
import type { AllSettings } from '../domain/detector.js';

export class DetectorDto {
  @Flag() isOn!: boolean;

  @Flag({ about: 'Hold the campaign it speaks of until an operator has decided' })
  holds!: boolean;

  @AnyObject({ about: 'Numbers by name, as they were read', example: { least: 500, factor: 5 } })
  thresholds!: Record<string, number>;
}

export class DetectorTextView {
  @Text() ja!: string;
  @Text() en!: string;
}

export class DetectorView extends DetectorDto {
  @Choice(detectorNames) name!: string;
  @Choice(prohibitedActs, { about: 'The prohibited act it makes likely' }) code!: ProhibitedAct;
  @Nested(() => DetectorTextView) text!: DetectorTextView;
}

export class DetectorsView {
  @NestedList(() => DetectorView) items!: DetectorView[];
}

export const detectorsView = (settings: AllSettings): DetectorsView => ({
  items: detectorNames.map((name) => {
    const { code, text } = detectors[name];
    const { isOn, holds, thresholds } = settings[name];
    return { name, code, text: { ...text }, isOn, holds, thresholds: { ...thresholds } };
  }),
});
