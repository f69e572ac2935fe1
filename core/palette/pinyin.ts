/**
 * Pinyin of Chinese characters without a dictionary: the pinyin collation of CLDR, which every engine with full ICU data
 * carries, sorts characters by syllable. So it is enough to know which character each syllable begins with; a character belongs
 * to the last syllable that begins before it. The list was made by sorting the 20,902 characters of the basic block and putting
 * the borders where they agree best with their common readings (98 of 100 do; of the 1,191 in the edition all but one).
 */
const syllableStarts = `
  a吖 ai哎 an安 ang肮 ao凹 ba丷 bai紦 ban扳 bang邦 bao勹 bei卑 ben奔 beng獖 bi屄 bian边 biao灬 bie憋 bin汃 bing氞 bo癶 bu峬 ca嚓
  cai偲 can参 cang仓 cao撡 ce艹 cen嵾 ceng曽 cha叉 chai芆 chan辿 chang伥 chao蟐 che车 chen抻 cheng阷 chi吃 chong充 chou抽
  chu出 chuai歘 chuan巛 chuang刅 chui吹 chun旾 chuo逴 ci呲 cong匆 cou凑 cu粗 cuan汆 cui崔 cun乼 cuo搓 da咑 dai呆 dan丹 dang当
  dao刀 de嘚 den扥 deng灯 di氐 dia嗲 dian敁 diao刁 die爹 ding丁 diu丟 dong东 dou吺 du厾 duan耑 dui垖 dun吨 duo多 e妸 ei诶 en奀
  eng鞥 er儿 fa发 fan帆 fang匚 fei飞 fen分 feng丰 fo覅 fou紑 fu夫 ga旮 gai侅 gan甘 gang冈 gao皋 ge戈 gei给 gen根 geng刯 gong工
  gou勾 gu估 gua瓜 guai乖 guan关 guang光 gui欟 gun丨 guo呙 ha哈 hai咍 han佄 hang夯 hao茠 he诃 hei黒 hen拫 heng亨 hong噷 hou齁
  hu乎 hua花 huai怀 huan欢 huang巟 hui灰 hun昏 huo吙 ji丌 jia加 jian戋 jiang橺 jiao艽 jie鵤 jin巾 jing坕 jiong燝 jiu丩 ju凥
  juan爠 jue噘 jun军 ka咔 kai开 kan刊 kang忼 kao尻 ke匼 kei剋 ken肎 keng劥 kong空 kou抠 ku扝 kua夸 kuai蒯 kuan宽 kuang匡 kui亏
  kun鑎 kuo尡 la垃 lai来 lan兰 lang啷 lao唥 le仂 lei勒 leng崚 li哩 lia俩 lian奁 liang良 liao煷 lie毟 lin拎 ling伶 liu瀮 long囖
  lou瞜 lu噜 lv驴 luan娈 lve掠 lun擽 luo啰 m呣 ma妈 mai埋 man嫚 mang牤 mao猫 me嚒 mei嚜 men椚 meng擝 mi咪 mian宀 miao喵 mie乜
  min民 ming名 miu谬 mo摸 mou哞 mu毪 na拏 nai腉 nan囡 nang囔 nao孬 ne疒 nei娞 nen恁 neng能 ng嗯 ni妮 nian拈 niang娘 niao鸟
  nie捏 nin囜 ning宁 niu妞 nong农 nou羺 nu譳 nv女 nuan奻 nve疟 nuo黁 o喔 ou讴 pa妑 pai拍 pan眅 pang乓 pao抛 pei呸 pen喷 peng匉
  pi丕 pian囨 piao剽 pie氕 pin姘 ping乒 po钋 pou剖 pu仆 qi巬 qia掐 qian千 qiang呛 qiao悄 qie苆 qin亲 qing靑 qiong卭 qiu丘 qu区
  quan迲 que炔 qun夋 ran呥 rang穣 rao娆 re惹 ren人 reng扔 ri日 rong戎 rou厹 ru邚 ruan挼 rui婑 run瞤 ruo捼 sa仨 sai虄 san三
  sang橵 sao掻 se閪 sen森 seng僧 sha杀 shai繌 shan山 shang伤 shao弰 she奢 shen谁 sheng升 shi尸 shou収 shu书 shua刷 shuai衰
  shuan闩 shuang双 shui脽 shun吮 shuo说 si厶 song忪 sou凁 su苏 suan狻 sui夊 sun孙 suo唆 ta他 tai囼 tan粏 tang賧 tao夲 te忑
  teng熥 ti剔 tian天 tiao旫 tie螩 ting厅 tong囲 tou偷 tu綉 tuan湍 tui推 tun吞 tuo畽 wa屲 wai歪 wan弯 wang尢 wei危 wen煀 weng呚
  wo挝 wu乌 xi錻 xia呷 xian仙 xiang乡 xiao灱 xie恷 xin心 xing星 xiong裄 xiu休 xu吁 xuan吅 xue削 xun坃 ya丫 yan恹 yang央 yao羪
  ye鑰 yi一 yin囙 ying应 yo哟 yong佣 you优 yu蒏 yuan囦 yue曰 yun晕 za繧 zai災 zan兂 zang匨 zao傮 ze则 zei伬 zen怎 zeng譛 zha扎
  zhai夈 zhan枬 zhang张 zhao佋 zhe蜇 zhen贞 zheng凧 zhi之 zhong徔 zhou州 zhu朱 zhua抓 zhuai跩 zhuan专 zhuang妆 zhui隹
  zhun宒 zhuo拙 zi乲 zong宗 zou邹 zu租 zuan钻 zui厜 zun穝 zuo嘬
`
  .trim()
  .split(/\s+/)
  .map((entry) => [entry.slice(0, -1), entry.slice(-1)] as const);

const collator = new Intl.Collator('zh-Hans-u-co-pinyin');

/** Characters that are read in more than one way, with all their readings: the collation knows one reading of each. */
const several: ReadonlyMap<string, readonly string[]> = new Map(
  `长 chang zhang 重 zhong chong 行 xing hang 调 diao tiao 传 chuan zhuan 藏 cang zang 系 xi ji 弹 dan tan 率 lv shuai 校 xiao jiao
  降 jiang xiang 给 gei ji 会 hui kuai 参 can shen 奇 qi ji 省 sheng xing 屏 ping bing 圈 quan juan 盛 sheng cheng 朝 chao zhao
  差 cha chai 便 bian pian 识 shi zhi 解 jie xie 钥 yao yue 数 shu shuo 核 he hu 度 du duo 都 dou du 了 le liao 模 mo mu 得 de dei
  读 du dou 种 zhong chong 还 hai huan 单 dan shan 什 shen shi 络 luo lao 着 zhe zhuo zhao 折 zhe she 强 qiang jiang 卡 ka qia
  粘 zhan nian 塞 sai se 觉 jue jiao 曾 ceng zeng 角 jiao jue 落 luo la 色 se shai 壳 ke qiao 说 shuo shui 拓 tuo ta 薄 bo bao
  称 cheng chen 匙 shi chi 的 de di 地 di de 大 da dai 择 ze zhai 谁 shui shei 露 lu lou 提 ti di 否 fou pi 期 qi ji 没 mei mo`
    .split(/(?=\p{Script=Han})/u)
    .map((entry) => entry.trim().split(/\s+/))
    .map(([character = '', ...readings]) => [character, readings]),
);

const known = new Map<string, readonly string[]>();

/** The syllables, all lower case and without tones, that a character may be read as; none for anything that is not Chinese. */
export function pinyinOf(character: string): readonly string[] {
  const found = known.get(character);
  if (found) return found;
  const readings = several.get(character) ?? readingByCollation(character);
  // ü is typed as v, and where there is no choice as u.
  const typed = [...new Set(readings.flatMap((syllable) => [syllable, syllable.replace('v', 'u')]))];
  known.set(character, typed);
  return typed;
}

function readingByCollation(character: string): readonly string[] {
  if (!/^\p{Script=Han}$/u.test(character)) return [];
  let low = 0;
  let high = syllableStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (collator.compare(syllableStarts[middle]?.[1] ?? '', character) <= 0) low = middle + 1;
    else high = middle;
  }
  return [syllableStarts[Math.max(0, low - 1)]?.[0] ?? ''];
}

/** The letters that a character's pinyin may begin with, in one text; empty for anything that is not Chinese. */
export function pinyinInitials(character: string): string {
  return [...new Set(pinyinOf(character).map((syllable) => syllable.slice(0, 1)))].join('');
}

/**
 * What was typed, as letters that may be pinyin: without tone marks, spaces, apostrophes and hyphens; digits may be tones and
 * may be meant. None where it is something else. Takes folded text.
 */
export function lettersOfPinyin(typed: string): readonly string[] {
  const plain = typed
    .replace(/[üǖǘǚǜ]|u:/g, 'v')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s'’-]/g, '');
  if (!/^[a-z0-9]*[a-z][a-z0-9]*$/.test(plain)) return [];
  return [...new Set([plain, plain.replace(/(?<=[a-z])[1-5](?!\d)/g, '')])];
}
