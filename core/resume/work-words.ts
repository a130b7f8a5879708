import { isCity, isPlace } from './places.ts';
import { simplified } from './simplified.ts';

/** What a piece of an entry's head may be. */
export type WorkWord = 'company' | 'title' | 'department' | 'place' | 'noise' | 'other';

/** Endings that only organisations have. */
const surelyCompany =
  /(?:有限公司|有限责任公司|股份公司|分公司|连锁|分部|分拨中心|速运|速递|快递|子公司|总公司|公司|集团|股份|加工厂|工厂|厂|超市|商场|商行|商店|商城|百货|医院|诊所|卫生院|卫生室|服务站|服务中心|学校|小学|中学|高中|大学|学院|幼儿园|托儿所|托管中心|银行|支行|分行|事务所|工作室|酒店|宾馆|旅馆|饭店|餐厅|酒楼|酒家|大酒店|饭庄|食府|货运部|经营部|门市部|营业部|项目部|批发部|研究院|研究所|设计院|检察院|法院|委员会|基金会|协会|出版社|杂志社|报社|电视台|通讯社|旅行社|合作社|养老院|护理院|敬老院|福利院|保险|证券|俱乐部|驾校|影城|市场|中心|门店|分店|总店|旗舰店|专卖店|便利店|面馆|火锅店|4S店|店|药房|大药房|书店|律所|物业|农场|养殖场|农庄|车队|车行|修理厂|工地|工程队|运输队|安装队|建筑队|搬家队|装修队|施工队|政府|街道办|村委会|居委会|派出所|公安局|税务局|教育局|部队|监狱|景区|度假村|公园|博物馆|图书馆|体育馆|健身房|会所|网吧|网咖|茶馆|茶楼|咖啡馆|咖啡厅|咖啡|烘焙|快餐|美容院|美发店|理发店|研究中心|实验室|孵化器|产业园|供电局|电厂|水厂|矿|油田|加油站|食堂|小馆|餐馆|饭馆|菜馆|粉馆|小吃|大排档|卤味|档口|菜场|集市|地铺|出租屋|农家乐|民宿|客栈|管理处|服务部|代理点|专柜|柜台|洗车行|维修点|照相馆|培训班|辅导班|补习班|托管班|工程部队|快递站|网点|驿站|站点|转运中心|办事处|养猪场|沙场|果园|砖厂|林场|牧场|影楼|酒吧|烧烤店|早餐店|足浴|洗浴中心|4S|某部|部队)$/;

/** Endings that organisations share with other things. */
const maybeCompany =
  /(?:科技|网络|物流|食品|餐饮|传媒|文化|教育|信息|软件|电子|电器|电商|实业|贸易|商贸|服饰|制衣|家具|建设|建筑|地产|置业|装饰|汽车|医药|生物|机械|设备|材料|能源|化工|咨询|投资|资本|基金|通信|广告|设计|影视|游戏|直播|金融|租赁|供应链|园|馆|吧|坊|站|社|行|铺|摊|所|院|局|社区|广场|大厦|农业|牧业|渔业|航空|铁路|港|楼|堂|阁|轩|居|庄|记|城|基地|仓库|车间|机构)$/;

const latinCompany =
  /\b(?:Inc|Ltd|LLC|LLP|Corp|Corporation|Co|Company|Group|GmbH|AG|PLC|Limited|Holdings|Bank|Hospital|School|University|College|Institute|Hotel|Restaurant|Cafe|Café|Store|Stores|Shop|Studio|Studios|Labs?|Technologies|Technology|Solutions|Systems|Services|Partners|Consulting|Agency|Clinic|Council|Foundation|Association|Centre|Center|Trust|NHS|Logistics|Industries|Software|Media|Networks|International|Factory|Mills?|Trading|Sourcing|Manufacturing|Manufacturers?|Manufactory|Kindergarten|Academy|Nursery|Supermarket|Mart|Bakery|Salon|Spa|Gym|Pharmacy|Bureau|Ministry|Museum|Library|Airlines?|Airport|Railway|Electronics|Textiles?|Garments?|Foods?|Motors|Pharma|Pharmaceuticals?|Insurance|Securities|Publishing|Farm|Warehouse|Law Firm|Enterprises?|Engineering Co)\b\.?/;

/** Endings of job titles. */
const surelyTitle =
  /(?:员|师|经理|主管|副理|协理|襄理|店主|摊主|掌柜|老板娘|主厨|大厨|帮厨|帮工|育儿嫂|门卫|保育|跟车|押运|监工|模特|总监|总裁|总经理|助理|店长|厂长|院长|校长|园长|站长|队长|组长|班长|线长|拉长|股长|排长|连长|领班|部长|科长|处长|局长|社长|会长|所长|车间主任|主任|负责人|司机|驾驶员|机长|船长|电工|焊工|钳工|车工|铣工|木工|瓦工|油漆工|普工|杂工|小工|技工|学徒工?|操作工|装卸工|搬运工|包装工|清洁工|护工|保洁|保安|保姆|月嫂|阿姨|育婴嫂|厨工|洗碗工|缝纫工|装配工|维修工|切配工?|打荷|炒锅|砧板|白案|面点|凉菜|传菜|会计|出纳|审计|顾问|专家|代表|秘书|文秘|文案|编辑|记者|主播|主持人|导游|导购|领队|收银|仓管|库管|采购|跟单|品控|质检|品管|QC|QA|IQC|IPQC|PMC|护士|护士长|护师|医生|医师|药师|教师|老师|讲师|教练|教授|班主任|辅导员|校监|家教|助教|实习生|实习|兼职|管培生|培训生|合伙人|创始人|老板|个体户|CEO|CTO|CFO|COO|CMO|HR|HRBP|HRD|BD|PM|UI|前台|服务生|技师|荷官|干事|书记|文员|美工|摄影|剪辑|后期|策划|运营|客服|电销|地推|督导|巡店|督查|内勤|外勤|店员|骑手|快递小哥|外卖员|配送|分拣|理货|叉车|前端|后端|全栈|架构|测试|运维|翻译|律师|法务|人事|行政|总助|秘书长|工头|厨师长|配菜|编导|媒介|经纪人|代理人|管家|计调|兽医|译者|打杂|工人|搬运|送水|跑腿|维保|工作者|村官|志愿者|教务|后勤|审核|标注|助手|家教|CRA|CRC|财务BP|包工头|车长|乘务|空乘|安检|消防|救生员|调酒师|咖啡师|岗|岗位|一职|(?<![重轻化电军])工)(?:[\s]*(?:[（(][^（）()]{1,16}[)）]|[ⅠⅡⅢIV]{1,3}|[PTM]\d{1,2}|[一二三四1-4]级|兼.{2,10}))*$/i;

/** Functions that stand for a title when nothing better is there. */
const maybeTitle =
  /(?:开发|设计|产品|销售|市场|财务|生产|工程|管理|维护|接待|推广|研发|品牌|编导|监理|预算|造价|施工|安全|资料|储备干部|储备|管理培训|业务|渠道|招商|拓展|招聘|培训|薪酬|绩效|投放|直播|选品|打样|制版|排版|包装|质量|检验|仓储|调度|驻场|支持|实施|操作|化验|报关|单证|录入|理赔|核算|试验|美容|美发|理疗|导医|主持|讲解|话务|巡检|看护|送货|送餐|跑车|带货)$/;

const latinTitle =
  /\b(?:engineer|developer|manager|director|lead|leader|analyst|designer|architect|consultant|specialist|assistant|associate|intern|officer|executive|supervisor|coordinator|administrator|representative|accountant|auditor|nurse|doctor|teacher|tutor|lecturer|professor|researcher|scientist|technician|driver|cashier|barista|chef|cook|waiter|waitress|receptionist|secretary|clerk|editor|writer|journalist|translator|recruiter|buyer|planner|operator|trainee|head|president|vp|founder|partner|owner|agent|advisor|tester|programmer|strategist|producer|host|guard|cleaner|worker|mechanic|electrician|salesperson|sales|marketer|merchandiser|buyer|controller|bookkeeper|paralegal|lawyer|attorney|pharmacist|therapist|caregiver|housekeeper|server|crew|ceo|cto|cfo|coo)\b/i;

const department =
  /^.{1,14}(?:部|部门|事业部|事业群|中心|处|科|室|科室|组|小组|线|病区|班组|车间|大区|片区|团队|业务线|平台部|department|dept\.?|team|division)$/i;

const noise =
  /^(?:[（(]?(?:\d+\s*年)?(?:零|又)?\s*(?:\d+\s*个?\s*月)?[)）]?|\d+(?:\.\d+)?\s*(?:年|个月|months?|years?|yrs?|mos?).{0,12}|(?:民营|私营|国有|国营|合资|外资|外商独资|中外合资|股份制|上市|事业单位|国企|央企|民企|外企|政府机关|非营利|个体|集体|代表处|创业|已上市|未融资|天使轮|[A-D]轮|不需要融资)(?:企业|公司|单位|机构|独资)?(?:[（(].*[)）])?|.*\d+\s*[-–~～至]\s*\d+\s*人.*|少于\d+人|\d+人(?:以上|以下|左右)?|规模.*|行业.*|\d+(?:\.\d+)?\s*[-–~～]\s*\d+(?:\.\d+)?\s*(?:[kK万千]|元).*|\d+\s*(?:元|万)[/／].*|薪资.*|全职|兼职|实习|在职|离职|已离职|(?:在家|回家|居家|全职|回乡)?(?:待业|备考|考研|生育|产假|休养|带娃|带孩子|照顾|gap year|career break).{0,12}|full[- ]?time|part[- ]?time|internship|contract|remote|hybrid|on-?site|permanent|freelance|self-employed|[①-⑳]|[-–—·|/]+|\d{1,2}[.、]?|\d{1,2}岁|至今|现在|[^\p{L}\p{N}]*)$/iu;

/** An industry as job boards print it: `交通/运输/物流`, `批发/零售`. */
const industry = /^[\u3400-\u9fffA-Za-z]{2,8}(?:[/／·、|][\u3400-\u9fffA-Za-z()（）]{2,10})+$/;

/** Working for oneself stands where others write a company. */
const ownBusiness =
  /^(?:自由职业者?|自由接单|个体|个人|自己[\u3400-\u9fff]{1,4}|单干|个体经营|自主创业|自己创业|个体工商户|个体户|自营|self-employed|freelance)$/i;

/** Whether the words stand for working for oneself. */
export const isOwnBusiness = (text: string): boolean => ownBusiness.test(text.trim());

/** Scores 0..3: how much a text looks like the name of an organisation. */
export function companyScore(text: string): number {
  const bare = simplified(text)
    .replace(/[（(][^（）()]*[)）]$/, '')
    .trim();
  if (isOwnBusiness(bare)) return 2;
  if (surelyTitle.test(bare) && !/(?:公司|厂|店|医院|学校|集团|工作室)$/.test(bare)) return 0;
  if (/(?:有限|责任)公司|集团|股份/.test(bare) && bare.length >= 4) return 3;
  if (department.test(bare) && bare.length <= 5 && !/(?:厂|店|公司|某部|部队)$/.test(bare)) return 0;
  if (surelyCompany.test(bare) && bare.length >= 3) return bare.length >= 4 ? 3 : 2;
  if (
    latinTitle.test(bare) &&
    !/\b(?:Inc|Ltd|LLC|LLP|Corp|Corporation|GmbH|AG|PLC|Limited|Holdings)\b/.test(bare)
  )
    return 0;
  if (latinCompany.test(bare)) return /[\u3400-\u9fff]/.test(bare) ? 2 : 3;
  if (maybeCompany.test(bare) && bare.length >= 4) return 1;
  return 0;
}

/** Scores 0..3: how much a text looks like a job title. */
export function titleScore(text: string): number {
  const bare = simplified(text.trim());
  const short = /[\u3400-\u9fff]/.test(bare) ? bare.length <= 22 : bare.split(/\s+/).length <= 9;
  if (!short) return 0;
  if (/(?:有限|责任)公司/.test(bare) && !/[（(]/.test(bare)) return 0;
  if (surelyTitle.test(bare)) return 3;
  if (latinTitle.test(bare)) return /[\u3400-\u9fff]/.test(bare) ? 2 : 3;
  const plain = bare.replace(/\s*[（(][^（）()]*[)）]$/, '');
  return maybeTitle.test(plain) ? (plain.length <= 6 ? 2 : 1) : 0;
}

/** Whether the name of an organisation ends somewhere in the text. */
export function looksLikeOrganisation(text: string): boolean {
  return text.split(/[\s|｜,，;；、—–-]+/).some((part) => companyScore(part) >= 2) || latinCompany.test(text);
}

/** `韵达快递迎泽二部`: a part of a firm that is named in front of it; `前厅部` is a part only. */
export function isBranch(text: string): boolean {
  for (let end = 4; end < text.length; end += 1) if (companyScore(text.slice(0, end)) >= 2) return true;
  return false;
}

/** `柳州宜居装饰部` is a small business; `上海研发部` is a department. */
const isNamedAfterCity = (text: string): boolean => text.length >= 7 && isCity(text.slice(0, 2));

/** What a piece is when neither company nor title: a department, a place, or noise that job boards print. */
export function classifyRest(text: string): WorkWord {
  const bare = simplified(text.trim());
  if (noise.test(bare)) return 'noise';
  if (isPlace(bare)) return 'place';
  const parts = bare.split(/[/／·、|→]/);
  if (industry.test(bare) && companyScore(bare) < 2 && !parts.some((part) => titleScore(part) >= 2))
    return 'noise';
  if (department.test(bare) && !isNamedAfterCity(bare)) return 'department';
  return 'other';
}

const duty =
  /^(?:负责|参与|协助|主导|完成|制定|组织|带领|管理|独立|根据|配合|维护|开展|建立|推动|对接|跟进|处理|撰写|编写|搭建|优化|策划|执行|通过|使用|利用|完善|监督|接待|统计|整理|汇总|熟悉|擅长|主要|从事|每天|每周|每月|日常|辅助|承担|落实|提供|定期)/;

/** Whether a line tells what was done rather than where and as what. */
export const startsWithDuty = (text: string): boolean =>
  duty.test(text) && (text.length > 8 || titleScore(text) < 2);

/** Cuts a head without separators behind the company: `苏州佳禾田食品有限公司往来会计`. */
export function splitGlued(text: string): [string, string] | null {
  if (startsWithDuty(text)) return null;
  const match =
    /^(.{2,}?(?:有限责任公司|有限公司|股份公司|集团公司|分公司|集团|公司|医院|学校|幼儿园|工作室|事务所|酒店|超市|厂|店))([^\s（(厂店].{1,18})$/.exec(
      text,
    );
  if (!match || titleScore(match[2] ?? '') < 2 || /^(?:长|员)/.test(match[2] ?? '')) return null;
  return [match[1] ?? '', match[2] ?? ''];
}
