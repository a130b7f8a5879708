import type { Frame } from './zh-frames.ts';

/**
 * Dishonest doing, however it is praised (脑子活, a lifesaver), and the turn away from it: refusing, telling, putting right. Each frame
 * needs the deed with its object, because the same verbs are daily work elsewhere (补货, 改方案, 删重复项).
 */
const RECORD =
  '(?:记录|台账|台帐|日志|日报|周报|检查表|点检表?|巡检表?|考勤|签到表?|温度表?|消毒表?|读数|实测|数据|日期|批号|档案|资料|培训表?|报告|里程|工时|轨迹|体温|测量值|检测单|验收单|交接本|登记本|登记表|表格|表上|本子|空格|空着的|空白的|漏的|缺的|没记的|没填的)';
const THEIR_DATA =
  '(?:客户|业主|会员|患者|病人|学员|家长|用户|住户|储户|病历)[^，。！？；]{0,4}(?:名单|资料|电话|信息|号码|数据|通讯录|联系方式|档案|名册|清单|微信)';
const OUTSIDER =
  '(?:前公司|原公司|老东家|上家|前东家|原单位|老单位|以前(?:的)?公司|之前(?:的)?公司|上一家|竞争对手|对手|同行|中介|装修公司|贷款公司|培训机构|外面|朋友|亲戚|熟人|别人)';
const OFFICIAL =
  '(?:采购|经理|主任|主管|老板|负责人|验收|监理|检查|审核|招标|评标|科长|处长|领导|质检|甲方|客户|对方|人家|他|她)';

export const zhDishonest: readonly Frame[] = [
  {
    id: 'dishonest.sign',
    pattern:
      '(?:照着|照|仿照?|模仿|学着|学|临摹|描|冒)[^，。！？；]{0,12}(?:签名|签字|笔迹|字迹|的字|签了|签上|签一)|(?:签名|签字|笔迹|字迹)[^，。！？；]{0,10}(?:描|仿|模仿|临摹|照着|学着|学得|抄|一模一样|很像)|(?:代|替|帮)(?:着)?(?:他|她|他们|客户|领导|业主|家长|医生|同事|师傅|监理|主管|经理|别人|人家|老师|患者|病人|家属|司机)?(?:们)?(?:把)?(?:签名?|字|名字|打卡|签到)(?:都|也|就|给)?(?:签|打)?(?:了|上|掉|好|完)|(?:刻|做)(?:了|过)?(?:个|一个|枚|一枚)?(?:假的?)?(?:公|合同)?章',
  },
  {
    id: 'dishonest.backfill',
    pattern: `(?:连夜|一晚上|一个晚上|一口气|一次性|一下子|当晚|头天晚上|前一天晚上|凭(?:印象|记忆|感觉)|照(?:着)?(?:往常|平时|以前|上个?月|上周|前面|前几天|标准|规律|模板|别的|正常)|按(?:照)?(?:往常|平时|以前|标准值?|规律|正常|经验))[^，。！？；]{0,12}(?:(?:补|填|编|造|凑|抄|写)(?:齐|上|满|好|完|全|出来|进去|了|一)[^，。！？；]{0,10}${RECORD}|${RECORD}[^，。！？；]{0,8}(?:补|填|编|造|凑|抄|写)|一格一格|(?:填|编|造|凑)(?:齐|上|满|好|完|全|出来|进去|了))|${RECORD}[^，。！？；]{0,10}(?:连夜|一晚上|一个晚上|一口气|一次性|统一|全都?|都)?(?:给)?(?:编|造|凑|倒填|倒签|补签|补填|补录|补写|补齐|补全|补满|填满)(?:了|齐|上|满|好|完|全|出来|进去)?|(?:编|造|凑|倒填|倒签)(?:了|出|齐|上)?[^，。！？；]{0,8}${RECORD}|换(?:着|了)?(?:几支|不同|两支|几种|不一样|好几支)?(?:颜色)?(?:的)?笔(?:写|填|签|记|抄)?|笔迹(?:还|也)?(?:换|不一样)`,
  },
  {
    id: 'dishonest.alter',
    pattern: `(?:${RECORD}|数字|数|结果|盘点|成绩|库存|账|标签|生产日期|保质期|分数|投诉率|合格率)[^，。！？；]{0,8}(?:改|调|写|填|换|做|P|p|修|动)(?:成|到|得|了?(?:一下|几个|点))[^，。！？；]{0,10}(?:合格|达标|一致|一样|好看|漂亮|范围|对得上|标准|没问题|正常|过关|新的|就(?:过|没))|贴(?:了|上|成|的是)?[^，。！？；]{0,10}(?:当天|今天|当日|明天|后面|新)的?(?:生产)?(?:日期|标签|保质期)|(?:改|撕|换|涂|磨)(?:了|掉|成|过)?[^，。！？；]{0,6}(?:生产日期|保质期|有效期|日期标签|出厂日期|铭牌)|把[^，。！？；]{1,14}(?:写|报|填|算)成[^，。！？；]{0,12}(?:万|亿|倍|优秀|合格|全勤|本科|在岗)|(?:把)?(?:账|数|台账|报表|指标)(?:就)?(?:给)?(?:做平|抹平|调平|做漂亮|做好看|凑够|凑上)|(?:调|拨|改|动)(?:了|过|一下)?[^，。！？；]{0,6}(?:里程|计量|电表|水表|秤|gps|轨迹|打卡|定位|行车记录|监控)[^，。！？；]{0,4}(?:记录|数据|时间)?(?:，|,)?[^，。！？；]{0,6}(?:就|不扣|没|过|少|多)`,
  },
  {
    id: 'dishonest.erase',
    pattern:
      '(?:投诉|客诉|录像|监控|聊天记录|差错记录|事故记录|检查记录|操作记录|记录|工单|日志|底单|凭证|单据|证据|邮件|警告|罚单)[^，。！？；]{0,8}(?:删|清理?|抹|撤|撕|烧|销毁|粉碎|格式化|处理|藏|覆盖)(?:了|掉|除|干净|没|起来|过去)|(?:删|清|抹|撤|撕|烧|销毁|粉碎)(?:了|掉|除|干净)[^，。！？；]{0,6}(?:投诉|客诉|录像|监控|聊天记录|差错|事故|底单|凭证|证据|警告|不良记录)|(?:用|从|进)后台[^，。！？；]{0,8}(?:删|改|清|刷)|刷(?:了|几|些|点)?(?:单|好评|评论|数据|票|流水|赞)|(?:找|叫|让)(?:人|亲戚|朋友|同事|员工)[^，。！？；]{0,6}(?:刷|写好评|冒充|扮|装成)',
  },
  {
    id: 'dishonest.conceal',
    pattern:
      '(?:刷|补|糊|盖|遮|抹|贴|喷|打磨|包|掩|垫|塞|压)[^。！？；]{0,14}(?:遮住|盖住|遮过去|混过去|蒙混|肉眼|(?:客户|客人|甲方|检查|验收|别人|业主|家长|质检|顾客|买家)[^，。！？；]{0,4}(?:看不|发现不|查不|分不))|(?:不良|次品|坏的|有问题|瑕疵|过期|临期|返工|退回来|不合格|有毛病|差的)[^，。！？；]{0,6}(?:混|夹|掺|塞|藏|压)(?:在|进|到)[^，。！？；]{0,10}|(?:混|夹|掺|藏)(?:在|进|到)[^，。！？；]{0,6}(?:好的|合格品?|良品|新货|里面|中间|底下)[^，。！？；]{0,6}(?:发|卖|交|送|出|过)|(?:没|不|别|没有|不用|不必)(?:跟|和|给|告诉|向|对|让)(?:客户|客人|甲方|对方|买家|业主|家长|顾客|检查组|检查的|审计|患者|家属|保险|质检|总部|公司)[^，。！？；]{0,6}(?:说|提|讲|知道|交代|透露|报)(?!硬|重|死|不|一句重|大话|话)|(?:客户|客人|甲方|买家|业主|家长|顾客|对方|检查组|总部|他们|她|他)[^，。！？；]{0,3}(?:一直|到现在|至今|始终|从头到尾|根本)[^，。！？；]{0,3}(?:不知道|没发现|没看出|没察觉|蒙在鼓里)',
  },
  {
    id: 'dishonest.pretend',
    pattern:
      '(?:换|拿|找|用|借|挑)(?:了|个|一个|一份|一台|一批)?[^，。！？；]{0,14}(?:合格|好|之前|以前|别的|过关|别人|没问题|隔壁|健康|身体好)[^，。！？；]{0,10}(?:送检|送去检|重新送|送上去|顶(?:替|上|包|了)|代替|冒充|交上去|过检|替(?:他|她|检)|去测|去考|去体检)|(?:替|代|顶)(?:他|她|别人|同事|人|新人)?(?:们)?(?:去)?(?:体检|考试|考证|打卡|签到|上课|面试|抽血|测(?:血压|核酸|体温))|(?:照片|图片|截图|报告|数据|记录|视频)[^，。！？；]{0,4}(?:用|拿|放|传)(?:的是|了|上)?(?:上个?月|去年|以前|之前|别的|旧|上次|网上|别人|隔壁)|(?:挂|贴|打|换)(?:上|成|了)?(?:我们|自己|别人|大牌|进口|名牌|大厂)(?:家|厂|公司)?的?(?:牌子|标签?|商标|logo|包装)|(?:谎称|谎报|假称|冒充|骗(?:他|她|客户|他们|人家|家长|领导|客人)说|编(?:了)?个?(?:理由|借口|故事|说法|瞎话))|(?:说成(?:是)?|(?:跟|对)[^，。！？；]{1,6}说(?:成)?是)[^，。！？；]{0,6}(?:原装|进口|新到|新货|独家|最后一|限量|全新)|(?:我们?|就)(?:就|都|先|一律)?说(?:我们?|自己)?是[^，。！？；]{0,4}(?:物业|公安|银行|社区|街道|官方|检查|医院|学校|政府|总部|厂家|供电|燃气|快递|老师|领导|亲戚|老乡)(?:的|派来|委托)|(?:装作|假装|当(?:作|做)?)(?:我)?(?:没|不)(?:看见|看到|知道|发现|收到|听见|在)|(?:虚构|编造|虚报|瞒报)|(?:多|少)报(?:了|点|一点|几|些)',
  },
  {
    id: 'dishonest.money',
    pattern: `(?:给|送|塞|返|包|转|孝敬|打点|表示)(?:了|给|过|点|个)?${OFFICIAL}[^，。！？；]{0,12}(?:红包|回扣|好处|购物卡|现金|个点|茶水费|辛苦费|烟酒|购物券|油卡)|意思意思|打点(?:一下|了|关系|好|到位|妥当)|(?:私下|私底下|背地里|暗地里|个人账户|个人微信)[^，。！？；]{0,6}(?:返|给|转|付|收|塞|打|结|接|卖)[^，。！？；]{0,8}|(?:给|返|付|塞|转)(?:他|她|他们|对方|采购)[^，。！？；]{0,6}现金|飞单|走私单|接私活|不走(?:公司|公)?账|不入账|账外|小金库|买(?:了|几张|点|些|一些)?发票|(?:找|托|叫|让)[^，。！？；]{0,8}开(?:了|几张|点|些|一些|一张)[^，。！？；]{0,10}(?:发票|票)|(?:拿|用|凑|找|贴)[^，。！？；]{0,6}(?:发票|票|收据)[^，。！？；]{0,6}(?:抵|平|冲|报|凑|顶)|(?:多|虚)开(?:了|点|几|一)[^，。！？；]{0,4}(?:票|工时|单据|金额)|(?:收|拿|吃|赚)(?:了|点|过|他|他们|人家|供应商|厂家|对方)?(?:的|一点|几个|个)?(?:回扣|红包|好处费?|差价|介绍费|购物卡|油卡|中介费)|(?:拿|吃|收)(?:了|点)?(?:供应商|厂家|对方|客户)[^，。！？；]{0,4}返点|(?:给|分|返)(?:了)?我[^，。！？；]{0,4}(?:介绍费|好处费?|回扣|茶水费|几个点|个点)`,
  },
  {
    id: 'dishonest.data',
    pattern: `${THEIR_DATA}[^，。！？；]{0,14}(?:拷|拷贝|带(?:走|出来|过来|到|过去)|卖|泄露|透露|偷|(?:给|发|转|借|提供)(?:了)?(?:给)?${OUTSIDER})|(?:名单|电话|号码|客户资料)[^，。！？；]{0,16}(?:买|拷|偷|套|搞|弄)(?:来|到)?的|(?:拷|带|复制|偷|存|抄|拍|导)(?:了|走|出|出来|下)?[^，。！？；]{0,4}(?:${OUTSIDER}|公司|店里|单位|医院|学校)(?:里|的|那边)?[^，。！？；]{0,6}(?:客户|资料|名单|数据|图纸|源码|代码|报价|配方|通讯录|病历)[^，。！？；]{0,4}(?:走|出来|过来|回家|带|一份|自己)|(?:把|用|拿)${OUTSIDER}(?:的|那边的?)?(?:客户|资料|名单|数据|图纸|源码|代码|报价|底价|配方)|${OUTSIDER}(?:的|那边的?)?(?:客户|图纸|源码|代码|报价单?|底价|配方|名单|资料)[^，。！？；]{0,6}(?:带过来|拿过来|拷|搬过来|抄|搞到|弄到|套出)`,
  },
];

/** Refusing, telling as it was and putting right. */
export const zhHonest: readonly Frame[] = [
  {
    id: 'honest.refuse',
    pattern:
      '(?:我|我们|俺|咱|自己|最后|还是|就是|坚持|当场|当时|直接)[^，。！？；]{0,4}(?:没|没有|不|不能|不敢|不肯|不愿意?|不会|不同意)(?:答应|同意|签|收|补|填|改|删|拿|照做|照办|动|带|给|配合|代|盖|编|造|要|开|接|做假|松口|瞒|藏|用|干|听)|(?:签|改|写|补|填|盖|开|编|删|收|帮)不了|(?:不发|不签|不改|不收|不补)(?=，|。|,)|(?:这|那)(?:个|种|样|字|名|事|钱|票|章|数)?(?:我)?(?:不能|没法|不敢|不可以|不)(?:代?签|补|改|填|收|删|代|给|拿|开|盖|做|带|写|编|接|要|干)|(?:拒绝|回绝|谢绝|婉拒|推(?:掉|辞|了回去)|顶(?:住|回去)|退(?:回|还)(?:去|给|了)?|上交|交到(?:公司|财务|纪检)|登记(?:上交|入册))',
  },
  {
    id: 'honest.tell',
    pattern:
      '如实|实话|照实|老实(?:说|讲|交代|写)|坦白|一五一十|原原本本|(?:主动|当天|马上|立刻|赶紧|直接|自己)[^，。！？；]{0,8}(?:告诉|报告|汇报|上报|承认|说明|交代|通知|坦白)|(?:告诉|通知|发给|报给|上报|汇报|反映|举报|捅)(?:了|给|到)?[^，。！？；]{0,8}(?:审计|监察|纪检|合规|总部|安监|客户|检查组|质量部?|总经理|老板|业主|家长|家属|财务|监理|领导|法务|店长|主管|经理)|(?:交给|报给|送到|发到)[^，。！？；]{0,4}(?:质量|财务|审计|纪检|总经理|监事|合规|负责人|上面|总部)|(?:写明|注明|标明|备注|写清楚|写上)[^，。！？；]{0,8}(?:缺|漏|没|未|原因|晚|实际|迟|补)|(?:承认|认错|认了|检讨|道歉|赔不是)|(?:摊开|说清楚|讲清楚|说明(?:情况|原因|白)?|挑明|说穿)',
  },
  {
    id: 'honest.right',
    pattern:
      '(?:重新|重)(?:做|测|检|培训|签|拍|验|试|打|走|开|报|复检|考)(?![^，。！？；]{0,3}(?:要|得|来不及|又要|太|的话|成本))|返工(?![^，。！？；]{0,3}(?:要|得|来不及|又要|太|的话|成本))|召回|追回|追讨|更正|纠正|改正|更换|下架|封存|隔离|停(?:发|售|用|线)|整改|退款|赔(?:偿|给|了|付)|补(?:缴|交|税|测|检|做|开正规)|(?:双人|两个人|两人)[^，。！？；]{0,4}(?:签|开|复核|核对|在场)|(?:公开|公示|可查|留痕|存档备查)|自查|撤回|作废',
  },
];

export const enDishonest: readonly Frame[] = [
  {
    id: 'dishonest.sign',
    pattern:
      "\\b(?:copied|forged|imitated|traced|faked|reproduced|pasted|scanned)\\b[^.!?;]{0,40}\\b(?:signatures?|initials|stamp|name)\\b|\\b(?:signed|initialled|sign|clocked|swiped|stamped)\\b[^.!?;]{0,24}\\b(?:for (?:him|her|them|the (?:client|customer|manager|doctor|inspector|driver))|(?:on|in) (?:his|her|their|the \\w+'s) (?:behalf|name|place)|(?:his|her|their) name)\\b",
  },
  {
    id: 'dishonest.backfill',
    pattern:
      '\\b(?:fill(?:ed)?(?: in| out| up)?|wrote(?: up)?|complet(?:e|ed)|made up|invented|created|caught up)\\b[^.!?;]{0,50}\\b(?:gaps? in the|gaps|blanks?|whole (?:month|week|year|quarter)|in one (?:evening|night|go|sitting|afternoon)|the night before|different pens|from memory|afterwards|earlier dates|past (?:weeks?|months?)|weeks of|months of)\\b|\\bback-?dat(?:e|ed|ing)\\b|\\bdifferent (?:pens|handwriting)\\b|\\b(?:with|put) (?:new|earlier|later|other|old) dates?\\b|\\b(?:wrote up|reused|recycled)\\b[^.!?;]{0,50}\\b(?:last (?:year|month|time|week)|an? (?:old|earlier) (?:one|report|version))\\b|\\b(?:logs?|records?|sheets?|checklists?|registers?)\\b[^.!?;]{0,40}\\b(?:in one (?:evening|night|go|sitting)|the night before|from memory|as if)\\b',
  },
  {
    id: 'dishonest.alter',
    pattern:
      '\\b(?:changed|adjusted|altered|edited|rounded|tweaked|massaged|modified|nudged|overwrote|set)\\b[^.!?;]{0,30}\\b(?:readings?|results?|figures?|numbers?|dates?|timestamps?|mileage|counts?|temperatures?|data|scores?|labels?|hours)\\b[^.!?;]{0,40}\\b(?:pass(?:ed)?|match(?:ed)?|look(?:ed|s)? (?:good|better|right|fine|nicer)|within|limits?|on target|green|agree[ds]?|nobody|no one)\\b|\\bcooked the books\\b|\\bfudg(?:e|ed|ing)\\b',
  },
  {
    id: 'dishonest.erase',
    pattern:
      '\\b(?:deleted|removed|erased|wiped|shredded|destroyed|threw away|buried|hid)\\b[^.!?;]{0,30}\\b(?:complaints?|records?|tickets?|emails?|footage|evidence|incident|reviews?|warnings?|messages|defects?|faults?|mistakes?)\\b|\\b(?:wrote|posted|bought|used|added|made|got|ordered|submitted)\\b[^.!?;]{0,16}\\b(?:fake|false|invented|made-up) (?:reviews?|invoices?|receipts?|references?|orders?|customers?|leads?|records?|certificates?)\\b',
  },
  {
    id: 'dishonest.conceal',
    pattern:
      "\\bwithout (?:telling|informing|mentioning it to|saying anything to)\\b|\\b(?:kept|keep|stayed) quiet (?:about|and|so)|\\b(?:i )?(?:said|told (?:them|him|her|support)|claimed) (?:that )?i (?:had(?:n't| not)|did(?:n't| not)|was(?:n't| not)) (?:seen|noticed|know|known|receive|received|aware|been)|\\btook advantage of (?:the|a|this|that) (?:bug|mistake|error|glitch)|\\b(?:didn't|did not|never|don't|no need to) (?:tell|mention|inform|disclose|report|bother)\\b[^.!?;]{0,30}\\b(?:customers?|clients?|buyers?|guests?|auditors?|inspectors?|head office|it|them|anyone|anybody|parents?|patients?|family)\\b|\\b(?:customer|client|buyer|auditor|inspector|head office|nobody|no one|they|he|she) never (?:knew|noticed|found out|asked|realised|realized|suspected)\\b|\\b(?:paint(?:ed)?|patch(?:ed)?|cover(?:ed)?|polish(?:ed)?|hid|mixed)\\b[^.!?;]{0,40}\\b(?:so (?:that )?(?:nobody|no one|they|it) (?:would|could|couldn't|wouldn't)|could(?:n't| not) (?:see|tell|notice)|among the good|with the good)\\b",
  },
  {
    id: 'dishonest.pretend',
    pattern:
      '\\b(?:swapped|switched|replaced|put|stuck|used)\\b[^.!?;]{0,24}\\b(?:samples?|labels?|stickers?|tags?|units?|dates?|plates?)\\b[^.!?;]{0,40}\\b(?:passed|good|failed|expired|newer|older|another|different)\\b|\\b(?:told|said to)\\b[^.!?;]{0,20}\\b(?:customer|client|buyer|guest|manager|him|her|them)\\b[^.!?;]{0,10}\\b(?:lie|story|excuse)\\b|\\bpretend(?:ed|ing)?\\b|\\b(?:made up|invented) (?:an?|some) (?:excuse|story|reason)|\\b(?:exaggerated|overstated|understated|under-?reported|over-?reported|misreported|padded)\\b',
  },
  {
    id: 'dishonest.money',
    pattern:
      '\\b(?:pay|paid|gave|give|slip(?:ped)?|hand(?:ed)?|offer(?:ed)?|send|sent)\\b (?:him|her|them|their|the (?:buyer|inspector|manager|officer|official|purchas\\w+ \\w+)|a little|some|something|an envelope)\\b[^.!?;]{0,40}\\b(?:in cash|cash|per ?cent|%|envelope|cut|gift cards?|thank[- ]you|under the table|on the side|vouchers?)|\\b(?:under the table|off the books|in an envelope|on the side)\\b|\\b(?:took|take|accepted|kept|pocketed|got)\\b[^.!?;]{0,24}\\b(?:kickbacks?|commission from|cut|envelopes?|gift cards?|bribes?|the difference)\\b|\\b(?:private|personal) account\\b',
  },
  {
    id: 'dishonest.data',
    pattern:
      "\\b(?:brought|took|copied|downloaded|kept|saved|exported|sold|gave|passed|shared|forwarded)\\b[^.!?;]{0,30}\\b(?:customers?|clients?|patients?|members?|residents?|users?)(?:'|'s|s')? ?(?:lists?|data|database|contacts?|records|details|numbers|files)\\b[^.!?;]{0,40}\\b(?:with me|old|previous|last|former|friends?|usb|personal|home|another company|competitor|outside|left)\\b|\\b(?:old|previous|last|former) (?:employer|company|job|firm)\\b[^.!?;]{0,30}\\b(?:brought|took|copied|downloaded|kept)\\b[^.!?;]{0,24}\\b(?:lists?|data|database|contacts?|files|designs?|prices?|code)\\b|\\bsold\\b[^.!?;]{0,16}\\b(?:data|list|contacts)\\b",
  },
];

export const enHonest: readonly Frame[] = [
  {
    id: 'honest.refuse',
    pattern:
      "\\b(?:refused|declined|turned (?:it|him|her|them|that) down|said no|would not|wouldn't|could not (?:sign|do)|couldn't (?:sign|do)|(?:i|we) (?:did not|didn't) (?:sign|take|accept|agree|change|do it|delete|fill|copy|send|keep|hide|touch|ship)|returned (?:it|the|them)|gave (?:it|them|the money) back|sent (?:it|them|the \\w+) back|handed (?:it|them) in)\\b",
  },
  {
    id: 'honest.tell',
    pattern:
      '\\b(?:admitted|owned up|disclosed|came clean|reported|told (?:the |my |our |him |her |them )?(?:auditors?|inspectors?|customers?|clients?|managers?|head office|owners?|buyers?|parents?|the truth|straight|exactly|openly|honestly|what)|wrote (?:down )?(?:that|what|the real|exactly)|as missed|marked (?:it|them) as|explained (?:the gap|what|that|why)|raised (?:it|the)|flagged|apologi[sz]ed|the truth|honest(?:ly)?|in writing)\\b',
  },
  {
    id: 'honest.right',
    pattern:
      '\\b(?:corrected|reworked|recalled|quarantined|re-?tested|re-?did|redid|repeated the|refunded|repaid|put (?:it|that|this) right|stopped the (?:line|shipment|delivery)|stop(?:ped)? shipping|voided|withdrew|replaced them|scrapped|both sign|two (?:people|signatures)|audit trail)\\b',
  },
];
