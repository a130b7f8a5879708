import { negated, negatedOrThirdParty, type WordingRule } from './wording-rule.ts';
import { warningRulesZh } from './wording-warnings-zh.ts';

/** 男装, 女鞋, 男士护肤: goods and customers, not applicants. */
const notGoods =
  '(?!(?:装|鞋|款|式|包|帽|裤|裙|表|袜|衣|科|厕|卫|浴|宾|团|单|双|篮|足|主角|一号|二号|[性士生]?(?:用品|内衣|服|饰|护|彩妆|消费|市场|健康|时尚|杂志|频道|话题|心理|顾客|客户|用户|会员|患者|病人|客群|群体|向|朋友|同胞|保健|专|医|更衣|浴室|卫生间|洗手间|宿舍|公寓|香|鞋|装|包|腕表|理|美|频)))';
const person = '(?:性|生|士|孩子?|的|同志)?';
const roles =
  '(?:司机|保安|文员|助理|前台|服务员|迎宾|技师|普工|主管|店员|导购|秘书|销售|厨师|老师|员工|操作工|工人|主播|化妆师|保洁|保姆|阿姨|收银|客服|会计|经理|业务员|工程师|护士|店长|学徒|兼职|职员)';
const regions =
  '(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|东北|西北|两广|苏北|江浙沪|潮汕|温州|武汉|北方|南方|外地|外省|外来|农村|乡下)';
const peoples =
  '(?:少数民族|汉族|回族|维族|维吾尔族?|藏族|蒙古族|蒙族|壮族|苗族|彝族|朝鲜族|满族|哈萨克族|穆斯林)';
const refuse = '(?:一律)?(?:请?勿扰|请?勿投|勿|免谈|除外|不要|不招|不收|不考虑|不予考虑|免)';
const years = '(?:周)?岁';

const sexLaw = {
  zh: '《就业促进法》第二十七条、《妇女权益保障法》第四十三条：除国家另有规定外，招录不得限定为男性或规定男性优先，也不得以性别为由拒绝录用。',
  en: 'Employment Promotion Law Art. 27 and Law on the Protection of Women’s Rights Art. 43: unless the state provides otherwise, posts may not be limited to or prefer one sex.',
};
const contractLaw = {
  zh: '《劳动合同法》第八条：用人单位只能了解与劳动合同直接相关的基本情况。',
  en: 'Labour Contract Law Art. 8: an employer may ask only for facts directly related to the contract.',
};

/** Chinese wording that may not be published. Sources: the laws named in each reason. */
export const wordingRulesZh: readonly WordingRule[] = [
  {
    id: 'sex',
    level: 'block',
    patterns: [
      new RegExp(
        `(?:仅限|只限|限|仅招|只招|只要|只收|招收|急招|招聘?|要求|必须(?:是|为)?|只考虑|优先考虑|优先录用)(?:男|女)${notGoods}${person}(?!女|男|不限|均可|皆可|都)`,
        'giu',
      ),
      new RegExp(`(?:不要|不招|不收|不考虑|谢绝)(?:男|女)${notGoods}${person}`, 'giu'),
      new RegExp(`(?:男|女)${notGoods}${person}(?:勿扰|勿投|免谈|不要|不招|除外)`, 'giu'),
      /(?:男|女)(?:性|生|士|孩子?|同志)?(?:员工|者)?(?:优先|为佳|更佳|为主|优选|最佳)/giu,
      /性别(?:要求|条件)?[:为]?(?:仅)?(?:男|女)(?!女|男|均|皆|不限|都|比)/giu,
      new RegExp(`(?:招聘?|急招|诚聘|聘请|高薪聘)[^。;,\\n]{0,8}?(?:男|女)(?:性|士)?${roles}`, 'giu'),
      /(?:^|[:,;、\s])(?:男|女)(?:性|生|士|员工)?\d{1,2}(?:名|人)/giu,
      /岗位?(?:更|比较|较)?适合(?:男|女)(?:生|性|士|孩)/giu,
    ],
    notAfter: negated,
    reason: sexLaw,
    suggestion: {
      zh: '删去性别，写岗位要做的事，例如「需独立搬运25公斤货物」。属于国家规定的女职工禁忌劳动范围等情形，请写明依据后放行。',
      en: 'Drop the sex and say what the work demands, e.g. “lifts 25 kg alone”. Where the state forbids the work to women (e.g. underground mining), give that rule as the reason.',
    },
    overridable: true,
  },
  {
    id: 'marriage-children',
    level: 'block',
    patterns: [
      /已婚已育|未婚未育|已婚未育|婚育(?:状况|情况)|生育(?:计划|意愿|打算)|备孕计划/giu,
      /(?:限|仅限|要求|必须)?(?:已婚|未婚|已育|未育|单身)(?:者|人士|女性|男性)?(?:优先|为佳|勿扰|不要|免谈)/giu,
      /(?:限|仅限|只招|要求|必须)(?:已婚|未婚|已育|未育|单身)/giu,
      /(?:您|你)(?:是否|有没有)?(?:结婚|已婚|怀孕|单身|有孩子|有小孩|有对象|有男朋友|有女朋友|成家)/giu,
      /(?:什么时候|何时|打算|近期|几时|几年内|准备)(?:会|要|再)?(?:结婚|要孩子|生孩子|生小孩|要二胎|生二胎|要三胎|怀孕|备孕|生育)/giu,
      /(?:入职|岗前|录用|应聘者?|体检)[^。;,]{0,10}(?:孕检|验孕|妊娠(?:测试|检查)|怀孕检查)/giu,
      /(?:怀孕|孕期|哺乳期)(?:者|女性|妇女)?(?:勿扰|勿投|不要|免谈|不招|不录用|除外)/giu,
      /(?:\d|[一二两三四五])年内不(?:得|准|能|许|可)?(?:结婚|怀孕|生育|生孩子|要孩子)/giu,
      /(?:家里|家中)?(?:有没有|有无|是否有)(?:人|老人)?(?:帮忙?|能)?(?:带|照顾)(?:孩子|小孩)/giu,
    ],
    notAfter: negatedOrThirdParty,
    reason: {
      zh: '《妇女权益保障法》第四十三条：不得询问婚育情况、把妊娠测试作为入职体检项目，或以婚育作为录用条件；《就业促进法》第二十七条同样禁止限制结婚、生育。',
      en: 'Law on the Protection of Women’s Rights Art. 43: no questions on marriage or children, no pregnancy tests, no such condition of hiring; Employment Promotion Law Art. 27 agrees.',
    },
    suggestion: {
      zh: '改问与工作有关的事实，例如「能否按排班出差或上晚班」。',
      en: 'Ask what the work needs, e.g. “Can you travel or work late shifts as rostered?”',
    },
    overridable: false,
  },
  {
    id: 'age',
    level: 'block',
    patterns: [
      new RegExp(
        `(?:\\d{2}|[二三四五六]十[一二三四五六七八九]?)${years}(?:\\(含\\))?(?:以下|以内|及以下|之内|内|封顶|为限|上限)(?!的?(?:儿童|孩子|学生|学员|青少年|幼儿|老人|长者|人群|顾客|客户|用户|消费者))`,
        'giu',
      ),
      new RegExp(`(?:不超过|不得超过|不大于|小于|低于|未满|不满|≤|<=|<)\\d{2}${years}`, 'giu'),
      new RegExp(
        `\\d{2}(?:${years})?(?:-|—{1,2}|–|~|至|到)\\d{2}${years}(?!的?(?:儿童|孩子|学生|学员|青少年|幼儿|老人|长者|人群|客群|女性|男性|顾客|客户|用户|消费者|妈妈))`,
        'giu',
      ),
      /年龄(?!不限|大小不限)[^。;\n]{0,6}?\d{2}(?:周)?岁?(?:(?:-|—{1,2}|–|~|至|到)\d{2}|以下|以内|及以下)/giu,
      /(?:70|75|80|85|90|95|00|05)后(?:优先|为主|为佳|勿扰|免谈)/giu,
      /(?:年轻|青年)(?:人|者)?(?:优先|为佳)|(?:只要|只招|仅限|限)年轻人|年龄(?:偏大|过大|大)者?(?:勿扰|不要|免谈)/giu,
    ],
    notAfter: negatedOrThirdParty,
    harmlessNumber: (value) => value <= 18,
    reason: {
      zh: '《就业促进法》第三条、第二十六条：劳动者享有平等就业权利，招用人员不得实施就业歧视。年龄上限与能否胜任没有直接关系。',
      en: 'Employment Promotion Law Arts. 3 and 26: equal right to employment, no discrimination in hiring. An age limit says nothing about being able to do the work.',
    },
    suggestion: {
      zh: '删去年龄，写实际要求，例如「能适应每周两个夜班」。下限可写「年满18周岁」；法律法规对岗位年龄另有规定的，写明依据后放行。',
      en: 'Drop the age and state the demand, e.g. “two night shifts a week”. “18 or older” is fine; where a rule sets an age for the post, give it as the reason.',
    },
    overridable: true,
  },
  {
    id: 'origin',
    level: 'block',
    patterns: [
      /(?:限|仅限|只招|要求|须|需|必须|具有|持有?|有)(?:本地|本市|本省|本县|本区|当地|城镇|城市|非农业?|农村|农业|外地)(?:户籍|户口)/giu,
      /(?:本地|本市|本省|本县|本区|当地|城镇|城市|非农业?|外地)(?:户籍|户口)(?:者|人员|人口)?(?:优先|为佳|勿扰|不要|除外|要求|$|[,。;、!)])/giu,
      /(?:本地人|当地人|本省人|本市人)(?:优先|为佳|勿扰|不要)/giu,
      /(?:限|仅限|只招|只要|优先考虑|优先录用)(?:本地|当地|本市|本省|外地|外省)(?:人(?![才气口])|生源)/giu,
      new RegExp(`${regions}(?:省|市|籍)?(?:人|籍|户籍|户口)(?:员|士|的)?${refuse}`, 'giu'),
      new RegExp(`${regions}(?:省|市|籍)?(?:人|籍|户籍|户口)(?:员|士|者)?(?:优先|为佳)`, 'giu'),
      new RegExp(
        `(?:不要|不招|不收|谢绝|拒绝|仅限|只招|限)${regions}(?:省|市|籍)?(?:人(?![才气口])|籍|户籍|户口)`,
        'giu',
      ),
    ],
    notAfter: negated,
    reason: {
      zh: '《就业促进法》第三条、第三十一条与最高人民法院第185号指导案例：以籍贯、户籍等与工作内在要求无关的因素区别对待，构成就业歧视。',
      en: 'Employment Promotion Law Arts. 3 and 31 and Guiding Case 185 of the Supreme People’s Court: treating people by origin or household registration is discrimination.',
    },
    suggestion: {
      zh: '写工作需要，例如「常驻成都」「能用粤语接待顾客」。',
      en: 'State the need of the work, e.g. “based in Chengdu” or “serves customers in Cantonese”.',
    },
    overridable: false,
  },
  {
    id: 'infection',
    level: 'block',
    patterns: [
      /(?:无|非|没有|不得?(?:有|患|携带))(?:患有?|携带)?乙肝|乙肝(?:病毒)?(?:携带)?者?(?:勿扰|勿投|不要|免谈|除外|不招|不录用)/giu,
      /(?:入职|岗前|录用|应聘者?|体检)[^。;,]{0,10}(?:乙肝(?:五项|检测|检查|两对半|表面抗原)|两对半|HIV|艾滋)/giu,
      /(?:无|没有|不得?(?:有|患|携带))(?:任何)?传染病(?:史)?|传染病(?:者|携带者)(?:勿扰|不要|免谈|不招)/giu,
    ],
    reason: {
      zh: '《就业促进法》第三十条：不得以传染病病原携带者为由拒绝录用，法律法规和国务院卫生行政部门规定的易传播岗位除外；入职体检不得检测乙肝项目。',
      en: 'Employment Promotion Law Art. 30: carriers may not be refused except in posts that the law or the health authority lists; hepatitis B may not be tested at hiring.',
    },
    suggestion: {
      zh: '需要健康证的岗位写「持有效健康证」并注明依据；其他岗位删去。',
      en: 'Where the law asks for it, write “valid health certificate” with the rule; otherwise drop it.',
    },
    overridable: true,
  },
  {
    id: 'disability',
    level: 'block',
    patterns: [
      /(?:残疾|残障)(?:人|人士|者)?(?:勿扰|勿投|不要|免谈|除外|不招|不考虑)|(?:无|非)残疾|四肢健全|无(?:明显)?(?:肢体)?残(?:障|缺)/giu,
    ],
    reason: {
      zh: '《就业促进法》第二十九条、《残疾人保障法》第三十八条：不得歧视残疾人。',
      en: 'Employment Promotion Law Art. 29 and Law on the Protection of Disabled Persons Art. 38: no discrimination of disabled people.',
    },
    suggestion: {
      zh: '写岗位的实际动作要求，例如「需登高作业」，并说明可提供的便利条件。',
      en: 'State the physical task, e.g. “works at height”, and the adjustments you can offer.',
    },
    overridable: false,
  },
  {
    id: 'looks',
    level: 'block',
    patterns: [
      /身高(?!不限)[^。;,\n]{0,6}(?:\d{3}(?!\d)|\d\.\d{1,2}|\d米|一米|cm|厘米)/giu,
      /(?:五官|相貌|样貌|长相|容貌)(?:端正|姣好|好|佳|出众|甜美|良好|清秀|俊朗|要求)/giu,
      /形象(?:气质)?(?:较?好|佳|俱佳|端正|出众|姣好|甜美|上佳)/giu,
      /气质(?:较?好|佳|俱佳|出众|优雅|上佳)|颜值(?:高|在线|要求|担当)|(?:身材|体型)(?:匀称|苗条|好|高挑|标准|姣好)/giu,
      /体重(?:要求|不超过|在|低于|控制在)[^。;,\n]{0,6}\d{2,3}(?:公斤|斤|kg)/giu,
      /(?:招|寻|要|诚聘|急聘)[^。;,\n]{0,6}(?:美女|帅哥|小鲜肉|小姐姐|靓女|靓仔)|(?:美女|帅哥|靓女|靓仔)(?:优先|为佳)/giu,
    ],
    notAfter: new RegExp(
      `${negatedOrThirdParty.source}|(?:品牌|企业|公司|店铺|门店|城市|产品|主角|角色|空间|环境)[^。;,!?]{0,4}$`,
      'u',
    ),
    reason: {
      zh: '《就业促进法》第三条、第二十六条：身高、长相、体重与工作要求无关时，作为条件就是就业歧视。',
      en: 'Employment Promotion Law Arts. 3 and 26: height, looks or weight that the work does not need are discrimination.',
    },
    suggestion: {
      zh: '写可观察的要求，例如「按规定着工装」「接待时主动问候」；有国家标准要求的岗位写明标准后放行。',
      en: 'Write what can be observed, e.g. “wears the uniform”, “greets guests first”; where a national standard demands it, name it as the reason.',
    },
    overridable: true,
  },
  {
    id: 'stars-blood',
    level: 'block',
    patterns: [
      /(?:白羊|金牛|双子|巨蟹|狮子|处女|天秤|天蝎|射手|摩羯|水瓶|双鱼)(?:座)(?:的|者)?(?:勿扰|优先|不要|除外|免谈|不招|为佳)/giu,
      /(?:不要|不招|谢绝|限|只招)(?:白羊|金牛|双子|巨蟹|狮子|处女|天秤|天蝎|射手|摩羯|水瓶|双鱼)座/giu,
      /(?:您|你)(?:是|属|的)?(?:什么|哪个|哪种)?(?:星座|血型|属相|生肖|生辰八字)(?!主题|产品|活动)/giu,
      /(?:星座|血型|属相|生肖|八字|面相)(?:要求|相合|匹配|不合|必须|优先|为[ABO])|(?:AB|A|B|O)型血(?:优先|勿扰|不要|为佳)|属[鼠牛虎兔龙蛇马羊猴鸡狗猪](?:者|的)?(?:优先|勿扰|不要|除外)/giu,
    ],
    notAfter: negatedOrThirdParty,
    reason: {
      zh: '《就业促进法》第三条：星座、血型、属相与工作无关，以此取人侵害平等就业权。',
      en: 'Employment Promotion Law Art. 3: star sign, blood type or zodiac have nothing to do with work.',
    },
    suggestion: {
      zh: '删去；想了解做事方式，请换成行为面试题。',
      en: 'Remove it; to learn how someone works, use a behavioural question.',
    },
    overridable: false,
  },
  {
    id: 'ethnicity-religion',
    level: 'block',
    patterns: [
      new RegExp(`${peoples}(?:人|者|人士)?(?:${refuse}|优先|为佳)`, 'giu'),
      new RegExp(`(?:限|仅限|只招|只要|不要|不招|谢绝)${peoples}`, 'giu'),
      /(?:无|没有|不得有)宗教信仰|(?:信教|有宗教信仰)(?:者|人士|的)?(?:勿扰|不要|免谈|不招|除外)/giu,
      /(?:您|你)(?:有没有|有|信|信仰)(?:什么)?(?:宗教|教派|信仰)/giu,
    ],
    notAfter: negated,
    reason: {
      zh: '《劳动法》第十二条、《就业促进法》第二十八条：不因民族、种族、宗教信仰不同而受歧视。',
      en: 'Labour Law Art. 12 and Employment Promotion Law Art. 28: no discrimination by ethnicity, race or religion.',
    },
    suggestion: {
      zh: '删去；语言要求可写「能用藏语与当地群众沟通」。',
      en: 'Remove it; a language need can be written, e.g. “speaks Tibetan with local people”.',
    },
    overridable: false,
  },
  {
    id: 'personal-label',
    level: 'block',
    patterns: [
      /^(?:籍贯|户籍(?:所在地|类型|性质)?|婚否|婚姻(?:状况|情况)|婚育(?:状况|情况)?|生育(?:状况|情况)|身高|体重|血型|星座|属相|生肖|宗教信仰|民族|性别|年龄|出生(?:年月|日期)|生日|健康状况|家庭成员|父母职业)[:?]?$/giu,
    ],
    reason: contractLaw,
    suggestion: {
      zh: '删去这一项；确需核实身份或法定年龄的，在录用后办理。',
      en: 'Remove this field; identity and the legal minimum age are checked after the offer.',
    },
    overridable: true,
  },
  ...warningRulesZh,
];
