import { describe, expect, it } from '@jest/globals';
import type { MailingContent } from '../domain/mailing-content.js';
import { aContent } from '../testing.js';
import { checkContent } from './check-content.js';

const check = (over: Partial<MailingContent>): string[] =>
  checkContent(aContent('n', over), ['name', 'age']).map(({ field, code }) => `${field} ${code}`);

describe('checkContent', () => {
  it.each<[string, Partial<MailingContent>, string[]]>([
    [
      'a good content',
      { html: '<p>{% if subscriber.age > 20 %}{{ newsletter.title }}{% endif %}</p>' },
      [],
    ],
    ['no subject', { subject: ' ' }, ['subject empty']],
    ['a subject of two lines', { subject: 'a\nBcc: x' }, ['subject control-character']],
    ['a long subject', { subject: 'あ'.repeat(201) }, ['subject too-long']],
    ['no text', { text: '\n' }, ['text empty']],
    ['an open tag', { text: '{% if subscriber.name %}' }, ['text broken-template']],
    ['an unknown field', { text: '{{ subscriber.nmae }}' }, ['text unknown-field']],
    [
      'an unknown field in a condition',
      { html: '{% if subscriber.x %}a{% endif %}' },
      ['html unknown-field'],
    ],
    ['a field of nothing', { subject: '{{ name }}' }, ['subject unknown-field']],
    ['an unknown filter', { text: '{{ subscriber.name | shout }}' }, ['text broken-template']],
    [
      'a filter that lifts escaping',
      { html: '{{ subscriber.name | raw }}' },
      ['html broken-template'],
    ],
    ['a loop', { text: '{% for i in (1..9999999) %}x{% endfor %}' }, ['text broken-template']],
    ['an include', { text: '{% include "/etc/passwd" %}' }, ['text broken-template']],
    ['the prototype', { text: '{{ subscriber.constructor }}' }, ['text unknown-field']],
    [
      'the prototype by a bracket',
      { text: '{{ subscriber["__proto__"] }}' },
      ['text unknown-field'],
    ],
    [
      'a walk to the function that makes functions',
      { html: '{% if subscriber["constructor"]["constructor"] %}a{% endif %}' },
      ['html unknown-field'],
    ],
    [
      'a field by the value of another',
      { text: '{{ subscriber[subscriber.name] }}' },
      ['text unknown-field'],
    ],
    ['a tag that stores', { text: '{% assign a = subscriber.name %}' }, ['text broken-template']],
    ['a tag that reads', { html: '{% render "x" %}' }, ['html broken-template']],
    [
      'text that grows by itself',
      { text: `{{ "${'x'.repeat(3_000)}" | replace: "", "${'x'.repeat(3_000)}" }}` },
      ['text broken-template'],
    ],
    [
      'a filter in a chain that grows',
      { html: `{{ "aaaa"${' | replace: "", "aaaa"'.repeat(20)} }}` },
      ['html broken-template'],
    ],
    [
      'a date wider than a mail',
      { text: '{{ "2026-01-01" | date: "%99999999d" }}' },
      ['text broken-template'],
    ],
    ['a huge range', { text: '{{ (1..99999999) | size }}' }, ['text broken-template']],
    [
      'a huge range in a condition',
      { subject: '{% if (1..99999999) contains 5 %}a{% endif %}' },
      ['subject broken-template'],
    ],
    [
      'conditions without end',
      { text: `${'{% if subscriber.age %}'.repeat(20_000)}${'{% endif %}'.repeat(20_000)}` },
      ['text broken-template'],
    ],
    [
      'words of a regular expression',
      { text: '{{ subscriber.name | replace: "(a+)+$", "$&" }}' },
      [],
    ],
    ['a subject with a separator of lines', { subject: 'a\u2028b' }, ['subject control-character']],
    ['a subject with NUL', { subject: 'a\0b' }, ['subject control-character']],
    [
      'a footer',
      { footer: { text: '{{ x }}', html: '{{' } },
      ['footer.text unknown-field', 'footer.html broken-template'],
    ],
    ['a huge body', { html: 'x'.repeat(1_000_001) }, ['html too-large']],
  ])('%s', (_, over, problems) => {
    expect(check(over)).toEqual(problems);
  });
});
