import type { Chance } from './chance.js';

const surnames =
  '佐藤 sato,鈴木 suzuki,高橋 takahashi,田中 tanaka,伊藤 ito,渡辺 watanabe,山本 yamamoto,中村 nakamura,小林 kobayashi,加藤 kato,吉田 yoshida,山田 yamada,佐々木 sasaki,山口 yamaguchi,松本 matsumoto,井上 inoue,木村 kimura,清水 shimizu,山崎 yamazaki,池田 ikeda,阿部 abe,橋本 hashimoto,石川 ishikawa,前田 maeda,藤田 fujita,後藤 goto,岡田 okada,村上 murakami,長谷川 hasegawa,髙木 takagi'.split(
    ',',
  );

const givenNames =
  '陽菜 hina,結衣 yui,美咲 misaki,さくら sakura,葵 aoi,凛 rin,真央 mao,七海 nanami,彩 aya,由美子 yumiko,恵 megumi,直子 naoko,千尋 chihiro,香織 kaori,裕子 yuko,翔太 shota,蓮 ren,大輔 daisuke,健一 kenichi,拓也 takuya,悠斗 yuto,翼 tsubasa,誠 makoto,浩 hiroshi,亮 ryo,直樹 naoki,修 osamu,隆 takashi,和也 kazuya,航 wataru'.split(
    ',',
  );

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** People with different addresses; the number tells apart those of the same name. */
export const people = (count: number, chance: Chance): Person[] =>
  Array.from({ length: count }, (_, i) => {
    const [surname = '', reading = ''] = chance.pick(surnames).split(' ');
    const [given = '', givenReading = ''] = chance.pick(givenNames).split(' ');
    return {
      name: `${surname} ${given}`,
      address: `${givenReading}.${reading}${i + 1}@mailbox.test`,
    };
  });
