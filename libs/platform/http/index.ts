export { contentPolicy, foreignPlaces } from './content-policy.js';
export { decodeCursor, encodeCursor, pageOf } from './cursor.js';
export type { PageOf, Position } from './cursor.js';
export { editedVersion, etagOf } from './etag.js';
export {
  AnyObject,
  Choice,
  Decimal,
  Flag,
  Instant,
  Nested,
  NestedList,
  Text,
  Texts,
  Uuid,
  Uuids,
  Whole,
} from './fields.js';
export { createHttpApp } from './http-app.js';
export { httpErrors } from './http.errors.js';
export { HttpModule } from './http.module.js';
export { ListQuery } from './list-query.dto.js';
export { Pages } from './pages.js';
export type { FieldProblem, Problem } from './problem.js';
