import type { TestAnswer } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { aBusyTenant } from '#test/busy-tenant';
import type { BusyTenant } from '#test/busy-tenant';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { openTables } from '#test/tables';
import type { Tables } from '#test/tables';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodies } from './bad-inputs/bodies.js';
import { conditions } from './bad-inputs/conditions.js';
import { drafts } from './bad-inputs/drafts.js';
import { lists } from './bad-inputs/lists.js';
import { newsletters } from './bad-inputs/newsletters.js';
import { pages } from './bad-inputs/pages.js';
import type { BadInput } from './bad-inputs/bad-input.js';

let platform: CalendarPlatform;
let tables: Tables;
let tenant: BusyTenant;
let brokenId: string;

beforeAll(async () => {
  platform = await startCalendarPlatform();
  tables = await openTables(platform.databaseUrl);
  tenant = await aBusyTenant(platform, 'aoba');
  brokenId = await aDraft(tenant.callers.owner, tenant.ids['newsletterId']?.[0] ?? '', {
    text: '{{ subscriber.name',
  });
});

afterAll(async () => {
  await tables.close();
  await platform.stop();
});

/** With an id of the tenant for each `{newsletterId}`. */
const filled = (text: string): string =>
  text.replace(/\{(\w+Id)\}/g, (_, name: string) =>
    name === 'brokenId' ? brokenId : (tenant.ids[name]?.[0] ?? ''),
  );

const send = async ({ to, body, type, headers }: BadInput): Promise<TestAnswer> => {
  const [method = '', path = ''] = filled(to).split(' ');
  const response = await fetch(`${platform.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      Authorization: tenant.authorization,
      ...(body !== undefined && { 'Content-Type': type ?? 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && {
      body: typeof body === 'string' ? body : filled(JSON.stringify(body)),
    }),
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  return {
    status: response.status,
    headers: response.headers,
    body: isProblem ? (JSON.parse(text) as unknown) : {},
  };
};

interface Shown {
  readonly code?: string;
  readonly field?: string;
  readonly messages?: { readonly ja: string; readonly en: string };
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

/** `422 request.invalid: subject isString, text isString`, as the table writes what it expects. */
const told = ({ status, body }: TestAnswer): string => {
  const { code, field, errors = [] } = body as Shown;
  const blamed = [
    ...(field === undefined ? [] : [field]),
    ...errors.map((e) => `${e.field} ${e.code}`),
  ];
  return [`${status} ${code ?? ''}`, ...(blamed.length > 0 ? [blamed.join(', ')] : [])].join(': ');
};

describe.each(Object.entries({ bodies, conditions, drafts, lists, newsletters, pages }))(
  'bad input: %s',
  (_, badInputs) => {
    it.each(badInputs)('$what is refused and changes nothing', async (input) => {
      const before = await tables.contents();
      const answer = await send(input);
      expect(told(answer)).toBe(input.refused);
      expect((answer.body as Shown).messages).toEqual({
        ja: expect.stringMatching(/\p{Script=Hiragana}/u),
        en: expect.stringMatching(/[a-z]/),
      });
      expect(await tables.contents()).toEqual(before);
    });
  },
);
