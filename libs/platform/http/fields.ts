import { Temporal } from 'temporal-polyfill';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/**
 * Declarations of DTO and view fields: each says at once how the value is checked and how the API document shows
 * it. `optional` fields may be absent; `nullable` ones may be null.
 */
export interface FieldOptions {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly about?: string;
  readonly example?: unknown;
}

type Decorators = (PropertyDecorator | ClassDecorator | MethodDecorator)[];

const field = (
  { optional, nullable, about, example }: FieldOptions,
  schema: object,
  checks: Decorators,
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      ...schema,
      required: !optional,
      ...(nullable && { nullable }),
      ...(about !== undefined && { description: about }),
      ...(example !== undefined && { example }),
    }),
    ...(nullable ? [IsOptional()] : optional ? [MayBeAbsent] : []),
    ...checks,
  );

/** Unlike IsOptional, null is a value and is checked. */
const MayBeAbsent = ValidateIf((_, value) => value !== undefined);

const control = /\p{Cc}/u;
const controlInText = /(?![\t\n\r])\p{Cc}/u;

/** Control characters never, except tabs and line breaks where `multiline`. */
const IsClean = (multiline: boolean): PropertyDecorator =>
  ValidateBy({
    name: 'isClean',
    validator: {
      validate: (v) => typeof v !== 'string' || !(multiline ? controlInText : control).test(v),
    },
  });

/** Blanks alone are no answer: a reason of three of them says nothing. What is too short is another rule's matter. */
const IsSaid = ValidateBy({
  name: 'isNotEmpty',
  validator: { validate: (v) => typeof v !== 'string' || v === '' || /\S/.test(v) },
});

/** Text of `min`…`max` UTF-16 units, more than blanks unless it may be empty. One line unless `multiline`. */
export const Text = (
  o: FieldOptions & { min?: number; max?: number; multiline?: boolean } = {},
): PropertyDecorator => {
  const { min = 1, max = 200, multiline = false } = o;
  return field(o, { type: String, minLength: min, maxLength: max }, [
    IsString(),
    MinLength(min),
    MaxLength(max),
    IsClean(multiline),
    ...(min > 0 ? [IsSaid] : []),
  ]);
};

export const Uuid = (o: FieldOptions = {}): PropertyDecorator =>
  field(o, { type: String, format: 'uuid' }, [IsUUID()]);

export const Flag = (o: FieldOptions = {}): PropertyDecorator =>
  field(o, { type: Boolean }, [IsBoolean()]);

export const Whole = (o: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator => {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = o;
  return field(o, { type: 'integer', minimum: min, maximum: max }, [
    Type(() => Number),
    IsInt(),
    Min(min),
    Max(max),
  ]);
};

/** A number that need not be whole, for views. */
export const Decimal = (o: FieldOptions = {}): PropertyDecorator => field(o, { type: Number }, []);

export const Choice = (values: readonly string[], o: FieldOptions = {}): PropertyDecorator =>
  field(o, { type: String, enum: values }, [IsIn(values)]);

/** An instant as ISO 8601 text with its offset; stays text in the DTO, `new Date(text)` reads it. */
export const Instant = (o: FieldOptions = {}): PropertyDecorator =>
  field(o, { type: String, format: 'date-time' }, [
    ValidateBy({ name: 'isInstant', validator: { validate: isInstant } }),
  ]);

const isInstant = (value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  try {
    const { epochMilliseconds } = Temporal.Instant.from(value);
    return epochMilliseconds > 0 && epochMilliseconds < 32_503_680_000_000; // the year 3000
  } catch {
    return false;
  }
};

export const Uuids = (o: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator => {
  const { min = 0, max = 100 } = o;
  return field(o, { type: String, format: 'uuid', isArray: true, minItems: min, maxItems: max }, [
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsUUID(undefined, { each: true }),
  ]);
};

/** A list of short texts, or of choices when `values` are given. */
export const Texts = (
  o: FieldOptions & { values?: readonly string[]; max?: number; maxLength?: number } = {},
): PropertyDecorator =>
  field(o, { type: String, isArray: true, ...(o.values && { enum: o.values }) }, [
    IsArray(),
    ArrayMaxSize(o.max ?? 100),
    o.values ? IsIn(o.values, { each: true }) : MaxLength(o.maxLength ?? 200, { each: true }),
    ...(o.values ? [] : [IsString({ each: true })]),
  ]);

/** One object of another DTO class. The API document follows only a function that is called `type`. */
export const Nested = (of: () => new () => object, o: FieldOptions = {}): PropertyDecorator =>
  field(o, { type: () => of() }, [IsObject(), ValidateNested(), Type(of)]);

/** A list of objects of another DTO class. */
export const NestedList = (
  of: () => new () => object,
  o: FieldOptions & { max?: number } = {},
): PropertyDecorator =>
  field(o, { type: () => of(), isArray: true }, [
    IsArray(),
    ArrayMaxSize(o.max ?? 100),
    ValidateNested({ each: true }),
    Type(of),
  ]);

/** An object with any keys; whoever uses it checks the content by rules of its own. */
export const AnyObject = (o: FieldOptions = {}): PropertyDecorator =>
  field(o, { type: 'object', additionalProperties: true }, [IsObject()]);
