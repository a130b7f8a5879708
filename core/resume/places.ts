import { simplified } from './simplified.ts';

/**
 * Cities at prefecture level, the four municipalities, the two special regions and the county-level cities that
 * people name as their place of work. Names are facts (Ministry of Civil Affairs, administrative divisions); without 市.
 */
const cityNames =
  '北京 上海 天津 重庆 香港 澳门 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 ' +
  '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 乌兰浩特 锡林浩特 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 ' +
  '长春 吉林 四平 辽源 通化 白山 松原 白城 延吉 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 ' +
  '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟 太仓 宜兴 丹阳 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪 余姚 乐清 诸暨 海宁 桐乡 ' +
  '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮 福清 ' +
  '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 莱芜 即墨 寿光 ' +
  '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 ' +
  '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 吉首 浏阳 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 顺德 ' +
  '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 琼海 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 西昌 ' +
  '贵阳 六盘水 遵义 安顺 毕节 铜仁 凯里 都匀 兴义 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 景洪 蒙自 楚雄 拉萨 日喀则 昌都 林芝 那曲 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 ' +
  '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 库尔勒 阿克苏 喀什 和田 伊宁 石河子 奎屯 台北 高雄 台中 台南 新竹 ' +
  '伦敦 曼彻斯特 利兹 爱丁堡 格拉斯哥 都柏林 纽约 波士顿 芝加哥 洛杉矶 旧金山 西雅图 多伦多 温哥华 悉尼 墨尔本 布里斯班 奥克兰 ' +
  '东京 大阪 京都 首尔 釜山 新加坡 吉隆坡 曼谷 河内 胡志明市 雅加达 迪拜 巴黎 柏林 慕尼黑 汉堡 法兰克福 米兰 罗马 马德里 巴塞罗那 阿姆斯特丹 布鲁塞尔 苏黎世 日内瓦 维也纳 莫斯科';

const provinceNames =
  '河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 ' +
  '英国 美国 日本 韩国 德国 法国 意大利 西班牙 荷兰 加拿大 澳大利亚 新西兰 俄罗斯 泰国 越南 马来西亚';

const foreignNames =
  'Beijing Shanghai Shenzhen Guangzhou Hangzhou Nanjing Chengdu Wuhan Suzhou Tianjin Chongqing Xiamen Qingdao Dalian Ningbo Hong Kong Singapore London Manchester Birmingham Leeds Bristol Edinburgh Glasgow Dublin New York San Francisco Los Angeles Seattle Boston Chicago Austin Denver Toronto Vancouver Montreal Sydney Melbourne Brisbane Tokyo Osaka Seoul Paris Berlin Munich Hamburg Frankfurt Amsterdam Zurich Madrid Barcelona Milan Dubai Mumbai Bangalore Delhi Kuala Lumpur Bangkok Jakarta Manila Hanoi';

const cities = new Set(cityNames.split(' '));
const provinces = new Set(provinceNames.split(' '));
const latinCities =
  foreignNames.match(/(?:New York|San Francisco|Los Angeles|Hong Kong|Kuala Lumpur|[A-Z][a-z]+)/g) ?? [];

export const isCity = (text: string): boolean => cities.has(text.replace(/市$/, ''));

const longestFirst = [...cities].sort((a, b) => b.length - a.length);

/** Whether a text is only a place: `长沙`, `广东省深圳市`, `杭州·余杭区`. */
export function isPlace(text: string): boolean {
  const bare = simplified(text).replace(/[\s·•・\-/]/g, '');
  if (bare.length > 14) return false;
  const city = cityOf(bare);
  if (city === null)
    return provinces.has(bare.replace(/(?:省|自治区|壮族自治区|回族自治区|维吾尔自治区)$/, ''));
  const rest = bare.slice(bare.indexOf(city) + city.length).replace(/^市/, '');
  const parted = /[\s·•・\-/]/.test(text.trim());
  return rest === '' || /^.{1,5}(?:区|县|市|镇|新区|街道)$/.test(rest) || (parted && rest.length <= 4);
}

/**
 * The city of an address or place, without 市: the first city named, skipping the province
 * (`吉林省长春市` → 长春). Null when none is known.
 */
export function cityOf(text: string): string | null {
  const bare = simplified(text).replace(/\s+/g, '');
  const afterProvince = bare.replace(
    /^(?:中国)?(?:[\u4e00-\u9fff]{2,3}省|内蒙古(?:自治区)?|广西(?:壮族自治区)?|西藏(?:自治区)?|宁夏(?:回族自治区)?|新疆(?:维吾尔自治区)?)/,
    '',
  );
  const found = firstKnown(afterProvince) ?? firstKnown(bare);
  if (found) return found;
  const written = /^(?:[\u4e00-\u9fff]{2,3}省)?([\u4e00-\u9fff]{2,5}?)市/.exec(bare)?.[1];
  if (written && !/[省区县]/.test(written)) return written;
  return latinCities.find((city) => new RegExp(`\\b${city}\\b`).test(text)) ?? null;
}

function firstKnown(text: string): string | null {
  let best: { readonly at: number; readonly city: string } | null = null;
  for (const city of longestFirst) {
    const at = text.indexOf(city);
    if (at !== -1 && (best === null || at < best.at)) best = { at, city };
  }
  return best?.city ?? null;
}
