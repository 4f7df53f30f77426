import { PlainDate } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { Course, CourseOption, Offer } from '../domain/catalogue.js';

const courseColumns = `code, names, term_rules AS "termRules", quality_gate AS "qualityGate", on_sale AS "onSale"`;
const offerColumns = `code, names, term_rules AS "termRules", first_day::text AS "firstDay", last_day::text AS "lastDay"`;

type OfferColumns = Omit<Offer, 'firstDay' | 'lastDay'> & { firstDay: string; lastDay: string };

const offerOf = (row: OfferColumns): Offer => ({
  ...row,
  firstDay: PlainDate.from(row.firstDay),
  lastDay: PlainDate.from(row.lastDay),
});

/** Courses, options and offers. Everybody may read courses and options; the operator's are all writes. */
@Injectable()
export class CatalogueStore {
  courses(tx: Tx): Promise<Course[]> {
    return tx.query<Course>(`SELECT ${courseColumns} FROM courses ORDER BY code`);
  }

  /** On sale or not. @throws BusinessError contracts.unknown-course */
  async course(tx: Tx, code: string): Promise<Course> {
    const [course] = await tx.query<Course>(
      `SELECT ${courseColumns} FROM courses WHERE code = $1`,
      [code],
    );
    if (!course) throw contractsErrors.unknownCourse({ field: 'courseCode' });
    return course;
  }

  options(tx: Tx): Promise<CourseOption[]> {
    return tx.query<CourseOption>(
      `SELECT code, names, on_sale AS "onSale" FROM course_options ORDER BY code`,
    );
  }

  async offers(tx: Tx): Promise<Offer[]> {
    const rows = await tx.query<OfferColumns>(
      `SELECT ${offerColumns} FROM offers ORDER BY first_day DESC, code`,
    );
    return rows.map(offerOf);
  }

  async offer(tx: Tx, code: string): Promise<Offer | undefined> {
    const [row] = await tx.query<OfferColumns>(
      `SELECT ${offerColumns} FROM offers WHERE code = $1`,
      [code],
    );
    return row && offerOf(row);
  }

  /** @throws BusinessError contracts.code-taken */
  async addCourse(tx: Tx, course: Course): Promise<void> {
    await tx
      .execute(
        `INSERT INTO courses (code, names, term_rules, quality_gate, on_sale, version) VALUES ($1, $2, $3, $4, $5, 1)`,
        courseValues(course),
      )
      .catch(takenOr);
  }

  /** @throws BusinessError contracts.not-in-catalogue */
  async changeCourse(tx: Tx, course: Course): Promise<void> {
    found(
      await tx.execute(
        `UPDATE courses SET names = $2, term_rules = $3, quality_gate = $4, on_sale = $5, version = version + 1 WHERE code = $1`,
        courseValues(course),
      ),
    );
  }

  /** @throws BusinessError contracts.code-taken */
  async addOption(tx: Tx, { code, names, onSale }: CourseOption): Promise<void> {
    await tx
      .execute(
        'INSERT INTO course_options (code, names, on_sale, version) VALUES ($1, $2, $3, 1)',
        [code, JSON.stringify(names), onSale],
      )
      .catch(takenOr);
  }

  /** @throws BusinessError contracts.not-in-catalogue */
  async changeOption(tx: Tx, { code, names, onSale }: CourseOption): Promise<void> {
    found(
      await tx.execute(
        'UPDATE course_options SET names = $2, on_sale = $3, version = version + 1 WHERE code = $1',
        [code, JSON.stringify(names), onSale],
      ),
    );
  }

  /** @throws BusinessError contracts.code-taken */
  async addOffer(tx: Tx, offer: Offer): Promise<void> {
    await tx
      .execute(
        `INSERT INTO offers (code, names, term_rules, first_day, last_day, version) VALUES ($1, $2, $3, $4, $5, 1)`,
        offerValues(offer),
      )
      .catch(takenOr);
  }

  /** @throws BusinessError contracts.not-in-catalogue */
  async changeOffer(tx: Tx, offer: Offer): Promise<void> {
    found(
      await tx.execute(
        `UPDATE offers SET names = $2, term_rules = $3, first_day = $4, last_day = $5, version = version + 1 WHERE code = $1`,
        offerValues(offer),
      ),
    );
  }
}

const courseValues = ({ code, names, termRules, qualityGate, onSale }: Course): unknown[] => [
  code,
  JSON.stringify(names),
  JSON.stringify(termRules),
  JSON.stringify(qualityGate),
  onSale,
];

const offerValues = ({ code, names, termRules, firstDay, lastDay }: Offer): unknown[] => [
  code,
  JSON.stringify(names),
  JSON.stringify(termRules),
  firstDay.toString(),
  lastDay.toString(),
];

const takenOr = (error: unknown): never => {
  throw isDuplicate(error) ? contractsErrors.codeTaken({ field: 'code' }) : error;
};

const found = (count: number): void => {
  if (count === 0) throw contractsErrors.notInCatalogue();
};
