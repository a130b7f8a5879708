import { isPlace } from './places.ts';
import { simplified } from './simplified.ts';

const compound =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五'.split(
    ' ',
  );

/** Common surnames (Ministry of Public Security's name reports and the Hundred Family Surnames; facts). */
const single = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾萧肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常汤康易乔赖文庞樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦向柳邢岳齐沿梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丛冉车明匡宫从房储芮羿邴糜井富巫乌巴弓牧隗山全郗班仰仲伊栾暴厉戎祖束幸印宿怀蒲邰鄂索咸籍卓蔺屠蒙池乔阴鬱胥能苍双闻莘党贡劳逄姬扶堵宰郦雍郤璩桑濮寿通边扈燕冀郏浦尚农晏瞿阎充慕连茹习宦艾鱼容古慎戈庾终暨居衡步都满弘国寇广禄阙东殴殳沃利蔚越夔隆师巩厍晁勾敖融冷訾辜阚那简饶空毋沙乜养鞠须丰巢蒯相荆红竺权逯盖益桓公佟仝付岑邸邝蔄尧楚闯代占战展敬晋臧邬郎霄苟邱由占滕谌揭禹楼栗原商买衣苑来母茅但官修初练宗宣荣喻水窦云奚昌花俞酆鲍元平和穆贲计伏戚麻危缪干丘骆虞万支昝裘嵇钭麴'.split(
    '',
  ),
);

/** Words that look like a name of two to four characters but are none. */
const notNames =
  /^(?:个人|求职|基本|教育|工作|项目|专业|技能|自我|联系|姓名|性别|民族|年龄|电话|手机|邮箱|地址|籍贯|学历|证书|荣誉|简历|应聘|意向|期望|现居|政治|婚姻|身高|体重|健康|爱好|毕业|出生|户籍|目前|在职|离职|男|女|汉族|未婚|已婚|党员|团员|本科|大专|硕士|博士|高中|中专|应届|经验|项目|成都|高级|主管|经理|石油|金融|安全|温馨|高新|江苏|云南|海南|河南|湖南|贵州|任职|成果|全职|兼职|简介|万元|和田|文员|文案|编辑|会计|施工|钳工|平面|焊工|成本|时间|向上|能力|通信|解决|白班|夏季|常驻|连锁|车间|广告|商务|计算|金牌|金属|双休|平台|宣传|原画|全栈|全国|阳光|云计算|公司|包装|包吃|代表|师范|水电|水利|保密|相关|相似|推荐|关于|向导|司机|厨师)/;

const titleWord =
  /(?:工程师|经理|主管|专员|助理|总监|司机|会计|护士|老师|教师|顾问|店长|厨师|设计师|销售|运营|开发|策划|客服|文员|简历|经历|经验|信息|意向|技能|大学|学院|公司|本科|人员|负责人|实习生|求职|应聘|快照|热线)$/;

/** Takes a title of politeness or the word 简历 off: `张三先生`, `李四的简历`. */
const trim = (text: string): string =>
  text
    .replace(/(?:的)?(?:个人)?(?:求职|电子)?简历(?:表)?$/, '')
    .replace(/(?:先生|女士|小姐)$/, '')
    .trim();

/**
 * The Chinese name that a short text consists of, spaces closed up; the dot of Uyghur, Tibetan and other names is kept
 * as `·`. Null when the text is no name. `labelled` texts stand behind 姓名 and may have a rare surname.
 */
export function asChineseName(raw: string, labelled = false): string | null {
  const text = trim(raw.replace(/\s+/g, '').replace(/[•・‧∙.]/g, '·'));
  if (/^[\u3400-\u9fff\u{20000}-\u{2fa1f}]{1,8}(?:·[\u3400-\u9fff]{1,8}){1,3}$/u.test(text)) {
    return notNames.test(text) || titleWord.test(text) ? null : text;
  }
  if (!/^[\u3400-\u9fff\u{20000}-\u{2fa1f}]{2,4}$/u.test(text)) return null;
  if (labelled) return /^(?:性别|姓名|民族|年龄|男|女)$/.test(text) ? null : text;
  const plain = simplified(text);
  if (notNames.test(plain) || titleWord.test(plain)) return null;
  if (compound.some((surname) => plain.startsWith(surname)) && [...text].length >= 3) return text;
  return single.has([...plain][0] ?? '') && [...text].length <= 3 ? text : null;
}

/** Four characters with a single surname (`孔令辉煌`): rare, so only where nothing but a name stands. */
export function asLongName(raw: string): string | null {
  const text = trim(raw.replace(/\s+/g, ''));
  const plain = simplified(text);
  if (!/^[\u3400-\u9fff]{4}$/.test(text) || notNames.test(plain) || titleWord.test(plain)) return null;
  return single.has(plain.charAt(0)) ? text : null;
}

/** A Latin name of two to four capitalised words. */
export function asLatinName(raw: string): string | null {
  const text = raw
    .replace(/\s+/g, ' ')
    .replace(/,?\s*(?:MBA|PhD|Ph\.D\.|CPA|PMP|M\.?Sc|B\.?Sc)\.?/gi, '')
    .trim();
  const turned = /^([A-Z][A-Za-z'’-]+),\s?([A-Z][A-Za-z'’-]+)$/.exec(text);
  if (turned) return asLatinName(`${turned[2]} ${turned[1]?.charAt(0)}${turned[1]?.slice(1).toLowerCase()}`);
  const word = "[A-Z][a-zA-ZÀ-ÿ'’-]*\\.?";
  if (!new RegExp(`^${word}(?: (?:${word}|de|van|von|da|bin|al|la|Mc${word})){1,3}$`).test(text)) return null;
  if (
    /\b(?:resume|curriculum|vitae|engineer|manager|developer|designer|university|college|street|road|summary|profile|experience|education|skills|director|analyst|assistant|specialist|consultant|accountant|nurse|teacher|objective|contact|details|information|company|ltd|inc|personal|professional|work|history|software|senior|junior|sales|marketing|customer|project|school)\b/i.test(
      text,
    )
  ) {
    return null;
  }
  return text === text.toUpperCase()
    ? text.toLowerCase().replace(/(?:^|[\s'-])\p{L}/gu, (letter) => letter.toUpperCase())
    : text;
}

/** `张三 Sam Zhang` or `Sam Zhang 张三`: the Chinese part wins. */
export function asAnyName(raw: string, labelled = false): string | null {
  const han = raw
    .replace(/[（(][^）)]*[)）]/g, ' ')
    .replace(/[A-Za-z.,'’-]+/g, ' ')
    .trim();
  return asChineseName(han, labelled) ?? (/[\u3400-\u9fff]/.test(raw) ? null : asLatinName(raw));
}

/** The name in `张三-会计-简历.pdf` or `【会计_杭州】李四 5年.docx`; null when no part of it is one. */
export function nameInFileName(fileName: string): string | null {
  const parts = fileName
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .split(/[\s\-_—–+,，、|()（）[\]【】]+|(?:的)?(?:个人|求职)?简历/);
  return parts.map((part) => asChineseName(part)).find((name) => name !== null && !isPlace(name)) ?? null;
}
