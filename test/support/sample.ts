/** The parts of a JSON schema that our API document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly example?: unknown;
}

export type Schemas = Readonly<Record<string, Schema | undefined>>;

/** A value that fits the schema: only what is required, lists with one item. @param id for every `uuid` */
export const sampleOf = (schema: Schema, schemas: Schemas, id: string): unknown => {
  const sample = (part: Schema): unknown => sampleOf(part, schemas, id);
  if (schema.$ref !== undefined) {
    const found = schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (!found) throw new Error(`The document lacks ${schema.$ref}`);
    return sample(found);
  }
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(sample)) as unknown;
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, property]) => [name, sample(property)]),
      );
    case 'array':
      return schema.items ? [sample(schema.items)] : [];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case undefined:
    default:
      return sampleText(schema, id);
  }
};

const sampleText = ({ format, minLength = 1 }: Schema, id: string): string => {
  if (format === 'uuid') return id;
  if (format === 'date-time') return '2030-01-01T09:00:00+09:00';
  return 'x'.repeat(Math.max(minLength, 1));
};
