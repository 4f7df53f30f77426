import { describe, expect, it } from '@jest/globals';
import { cutTemplate, htmlLiquid, renderTemplate, textLiquid } from './liquid.js';

const merge = {
  subscriber: { name: `<b>"O'Neil" & 花子</b>`, age: 0, town: null, size: 'L' },
  newsletter: { title: 'Q&A' },
  links: { unsubscribe: 'https://mail.example.jp/u/a?b=1&c=2' },
};

describe('a bare name, which skips the engine', () => {
  it.each([
    '{{ subscriber.name }}',
    '{{subscriber.name}}',
    '{{- subscriber.name -}}',
    '{{ subscriber.age }}',
    '{{ subscriber.town }}',
    '{{ subscriber.size }}',
    '{{ subscriber.first }}',
    '{{ subscriber.toString }}',
    '{{ subscriber.nothing }}',
    '{{ subscriber.name | upcase }}',
    '{{ newsletter.title }}',
    '{{ links.unsubscribe }}',
    '{{ other.name }}',
    '{{ subscriber }}',
    '{{ subscriber.name | default: "お客様" }}',
    `{{ subscriber.town | default: '<東京>' }}`,
    '{{subscriber.nothing|default:"a & b"}}',
    '{{ subscriber.age | default: "?" }}',
    '{{ subscriber.town | default: "a" | upcase }}',
    '{{ subscriber.town | default: newsletter.title }}',
    '{{ subscriber.town | default: "\\"" }}',
  ])('%s becomes what the engine makes of it', (source) => {
    for (const engine of [textLiquid, htmlLiquid]) {
      const whole = String(engine.parseAndRenderSync(`a ${source} b`, merge));
      expect(renderTemplate(cutTemplate(engine, `a ${source} b`), merge)).toBe(whole);
    }
  });
});
