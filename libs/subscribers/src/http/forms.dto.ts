import { Choice, Flag, Nested, NestedList, Text } from '#platform/http';
import { fieldTypes } from '../domain/form-field.js';

export class TextsDto {
  @Text({ min: 0, max: 4_000, multiline: true })
  ja!: string;

  @Text({ min: 0, max: 4_000, multiline: true })
  en!: string;
}

class LabelDto {
  @Text({ max: 100 })
  ja!: string;

  @Text({ max: 100 })
  en!: string;
}

class FieldChoiceDto {
  @Text({ max: 100 })
  value!: string;

  @Nested(() => LabelDto)
  label!: LabelDto;
}

export class FieldDto {
  @Text({ max: 40, about: 'As merge fields name it', example: 'prefecture' })
  name!: string;

  @Choice(fieldTypes)
  type!: (typeof fieldTypes)[number];

  @Flag()
  required!: boolean;

  @Nested(() => LabelDto)
  label!: LabelDto;

  @NestedList(() => FieldChoiceDto, { optional: true, max: 100, about: 'For type choice' })
  choices?: FieldChoiceDto[];
}

export class FormContentDto {
  @NestedList(() => FieldDto, { max: 20 })
  fields!: FieldDto[];

  @Nested(() => TextsDto)
  intro!: TextsDto;

  @Nested(() => TextsDto, { about: 'Who holds the data, access logs, purposes (W17.2)' })
  notice!: TextsDto;

  @Nested(() => TextsDto, { about: 'The sentence beside the box to tick' })
  consent!: TextsDto;

  @Nested(() => TextsDto, { optional: true, about: 'Your own words in the mail that welcomes' })
  welcome?: TextsDto;
}
