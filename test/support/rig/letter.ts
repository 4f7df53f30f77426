const paragraph =
  '春の新茶が入りました。今年は霜の害もなく、例年より甘みの強い葉がそろっています。' +
  '店では試飲もご用意しておりますので、お近くへお越しの際はぜひお立ち寄りください。';

const links = [
  'https://shop.example.jp/tea',
  'https://shop.example.jp/sweets',
  'https://shop.example.jp/map',
];

const html = `<html><body style="font-family:sans-serif"><h1>{{ subscriber.name | default: "お客様" }} 様へ</h1>
${links.map((link, n) => `<p>${n + 1}. ${paragraph}<br><a href="${link}">くわしく見る</a></p>`).join('\n')}
<p>{{ subscriber.prefecture }}のお店からお届けします。</p></body></html>`;

const text = `{{ subscriber.name | default: "お客様" }} 様

${links.map((link) => `${paragraph}\n${link}\n`).join('\n')}`;

/** A mail of about 7 KB on the wire: Japanese text and HTML, merge fields and three links. */
export const letter = (tracking: boolean): object => ({
  subject: '{{ subscriber.name }} 様 春の新茶のご案内',
  preheader: '今年の新茶が入りました',
  text,
  html,
  tracking,
});
