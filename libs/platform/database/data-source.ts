import pg from 'pg';
import { DataSource, DefaultNamingStrategy, getMetadataArgsStorage } from 'typeorm';

pg.types.setTypeParser(pg.types.builtins.INT8, Number);

class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/** Every row class imported so far; a library's rows are registered by importing its module. */
export const openDataSource = (url: string, pool: number): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: getMetadataArgsStorage().tables.map((table) => table.target),
    namingStrategy: new SnakeCase(),
    poolErrorHandler: () => undefined, // the next query reports the lost server
    extra: {
      max: pool,
      options: '-c role=hikyaku_app -c timezone=UTC -c idle_in_transaction_session_timeout=60000',
    },
  });
