import type { TestClient } from '#lib/accounts/testing';

const terms = '/api/v1/operator/terms';

/** Makes terms of use that bind from a day on, by two operators. */
export const publishTerms = async (
  writer: TestClient,
  second: TestClient,
  effectiveOn: string,
): Promise<void> => {
  const slug = 'service-terms';
  const path = `${terms}/${slug}/versions/1`;
  await writer.post(terms, {
    ...{ slug, kind: 'terms', noun: '規約', title: { ja: '利用規約', en: 'Terms of service' } },
    text: {
      ...{ body: '# 利用規約\n\n## 第1条（目的）\n\n利用の条件を定める。', supplement: null },
      ...{ summary: '制定', impact: 'neutral', isMaterial: false },
    },
  });
  await writer.post(`${path}/submit`);
  const { hash } = (await second.get(path)).body as { hash: string };
  await second.post(`${path}/approve`, { hash });
  const published = await writer.post(`${path}/publish`, { effectiveOn });
  if (published.status !== 204) throw new Error(`Answered with ${published.status}`);
};
