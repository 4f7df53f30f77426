import { aMail, aNotice, aReport, quoted } from './report.builder.js';

const status = [
  'Reporting-MTA: dns; mx.example.jp',
  '',
  'Original-Recipient: rfc822; taro@example.jp',
  'Final-Recipient: rfc822; taro@example.jp',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 <taro@example.jp> User unknown',
];

/** One synthetic message of each form that the reader knows. */
export const samples: readonly Uint8Array[] = [
  aReport({ status }),
  aReport({ status: [btoa(status.join('\r\n'))], encoding: 'base64' }),
  aReport({
    type: 'message/global-delivery-status',
    encoding: '8bit',
    status: ['Final-Recipient: utf-8; 太郎@例え.jp', 'Action: delayed', 'Status: 4.4.1'],
  }),
  aNotice({
    subject: 'Undelivered Mail Returned to Sender',
    lines: [
      'Your message could not be delivered to one or more recipients.',
      '',
      '<taro@example.jp>: host mail.example.jp[192.0.2.7] said: 552 5.2.2 Mailbox full',
      '    (in reply to RCPT TO command)',
      '',
      ...quoted,
    ],
  }),
  aNotice({
    subject: '=?UTF-8?B?44Oh44O844Or44Ko44Op44O86YCa55+l?=',
    headers: ['X-Failed-Recipients: taro@example.jp, hanako@example.jp'],
    lines: ['宛先のアドレスが見つからないため、送信できませんでした。', ...quoted],
  }),
  aNotice({
    subject: 'Returned mail: User unknown',
    lines: [
      '   ----- Transcript of session follows -----',
      '>>> RCPT To:<taro@example.jp>',
      '<<< 550 5.7.1 refused by policy',
      '550 <taro@example.jp>... User unknown',
      '',
      '   ----- Unsent message follows -----',
      ...quoted,
    ],
  }),
  aNotice({
    headers: ['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable'],
    lines: [
      '<style>p { }</style><p>Delivery has failed:<br>taro=40example.jp<br>over&nbsp;quota</p>',
    ],
  }),
  aMail(
    'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
    '',
    '--b',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'Original-Rcpt-To: taro@example.jp',
    '--b--',
  ),
  aMail('From: taro@example.jp', 'Auto-Submitted: auto-replied', 'Subject: Away', '', 'Back soon.'),
];
