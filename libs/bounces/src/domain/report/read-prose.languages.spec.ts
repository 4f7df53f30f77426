import { describe, expect, it } from '@jest/globals';
import { aMail, aNotice, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';
const exchange = 'Microsoft Outlook <MicrosoftExchange0123456789abcdef0123456789abcdef@example.jp>';

describe('readReport: other languages and charsets', () => {
  it.each([
    ['German', 'Unzustellbar: News', 'Diagnoseinformationen für Administratoren:'],
    ['French', 'Non remis : News', 'Informations de diagnostic pour les administrateurs :'],
    ['Spanish', 'No se puede entregar: News', 'Información de diagnóstico para administradores:'],
    ['Italian', 'Non recapitabile: News', 'Informazioni di diagnostica per gli amministratori:'],
    ['Dutch', 'Onbestelbaar: News', 'Diagnostische gegevens voor beheerders:'],
    ['Japanese', '配信不能: News', '管理者向けの診断情報:'],
    ['Chinese', '无法传递: News', '供管理员使用的诊断信息:'],
    ['Korean', '배달되지 않음: News', '관리자용 진단 정보:'],
    ['Russian', 'Не доставлено: News', 'Диагностические сведения для администраторов:'],
  ])('Exchange in %s: address and code stand in lines of their own', (_, subject, heading) => {
    const lines = ['…', '', heading, '', 'ex1.example.jp', '', taro];
    const code = '#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##';
    const raw = aNotice({ from: exchange, subject, lines: [...lines, code, '', ...quoted] });
    expect(told(raw)).toEqual(['bounce', line(taro, '5.1.1', 550, 'unknown-recipient')]);
  });

  it.each([
    [
      'a reply behind a heading',
      [`<${taro}>:`, 'Réponse du serveur distant :', '552 5.2.2 boîte pleine'],
      line(taro, '5.2.2', 552, 'mailbox-full'),
    ],
    [
      'a status alone',
      ['Nachricht nicht zugestellt an', '', `  ${taro}`, '', '  (#5.2.1)'],
      line(taro, '5.2.1', null, 'mailbox-inactive'),
    ],
    [
      'a refusal by policy',
      [`${taro}: host mail.example.jp: 550 5.7.1 отказано`],
      line(taro, '5.7.1', 550, 'policy'),
    ],
  ])('%s', (_, lines, expected) => {
    const raw = aNotice({ subject: '???', lines: [...lines, '', ...quoted] });
    expect(told(raw)).toEqual(['bounce', expected]);
  });

  it.each([
    ['宛先taro@example.jpは存在しません。', 'unknown-recipient'],
    ['受信できないため、taro@example.jp に配信できませんでした。容量が一杯です。', 'mailbox-full'],
    ['「taro@example.jp」宛のメールは配信できませんでした。', 'other'],
  ])('Japanese without a space around the address: %s', (text, reason) => {
    const raw = aNotice({ subject: '配信エラー', lines: [text, '', ...quoted] });
    expect(told(raw)).toEqual(['bounce', line(taro, null, null, reason)]);
  });

  it('Japanese: late, and still tried', () => {
    const lines = [
      '以下の宛先への配信が遅延しています。再送を続けます。',
      '',
      `<${taro}>`,
      '',
      ...quoted,
    ];
    expect(told(aNotice({ subject: '配信遅延のお知らせ', lines }))).toEqual([
      'delay',
      line(taro, null, null, 'other (not final)'),
    ]);
  });

  it.each(['shift_jis', 'cp932', 'x-sjis'])('Japanese in %s', (charset) => {
    const text = 'メールを配信できませんでした。';
    const bytes: Record<string, number[]> = {
      メ: [0x83, 0x81],
      ー: [0x81, 0x5b],
      ル: [0x83, 0x8b],
      を: [0x82, 0xf0],
      配: [0x94, 0x7a],
      信: [0x90, 0x4d],
      で: [0x82, 0xc5],
      き: [0x82, 0xab],
      ま: [0x82, 0xdc],
      せ: [0x82, 0xb9],
      ん: [0x82, 0xf1],
      し: [0x82, 0xb5],
      た: [0x82, 0xbd],
      '。': [0x81, 0x42],
    };
    const head = aMail(
      'Return-Path: <>',
      'From: MAILER-DAEMON@example.jp',
      'Subject: error',
      `Content-Type: text/plain; charset=${charset}`,
      '',
      `<${taro}>`,
      '',
    );
    const body = Array.from(text).flatMap((letter) => bytes[letter] ?? []);
    expect(told(Uint8Array.from([...head, ...body]))).toEqual([
      'bounce',
      line(taro, null, null, 'other'),
    ]);
  });
});
