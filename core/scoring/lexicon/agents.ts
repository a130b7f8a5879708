import type { PhraseList } from './phrase-matcher.ts';
import { phrases, words } from './phrase-matcher.ts';

/** Who acts, and what makes a statement hypothetical or negated. */
export const agentLists: readonly PhraseList[] = [
  {
    id: 'agent.own',
    phrases: [
      ...words('我 我们 俺 俺们 咱 咱们 本人 自己'),
      ...phrases("i | i've | i'd | i'm | we | we've | we'd | my team and i | myself"),
    ],
  },
  {
    id: 'agent.other',
    phrases: [
      ...words(
        '他 他们 她 她们 人家 别人 对方 大家 公司 领导 经理 主管 老板 老板娘 店长 站长 组长 班长 队长 工长 厂长 科长 主任 总监 主厨 同事 师傅 同学 客户 客人 顾客 业主 家长 患者 病人 家属 供应商 厂家 平台 财务 研发 仓库 前台 后台 采购 车间 甲方 乙方 监理 安全员 保安 司机 员工 新人 徒弟 学徒 老员工 阿姨 老人 先生 房东 老师 护士 医生 大夫 房客 买家 卖家 商家 老乡 小○ 老○ 阿○ ○○ 总部 前任 老外 队友 组员',
      ),
      ...phrases(
        "they | they've | they'd | everybody | everyone | somebody | someone | nobody | people | the {manager,boss,customer,client,guest,team,company,buyer,supplier,supervisor,owner,chef,waiter,operator,engineer,colleague,factory,warehouse,leader,director,driver} | my {manager,boss,colleague,leader,supervisor,team,teammate,director,senior} | our {manager,boss,company,team,buyer} | a {customer,guest,client,colleague,manager}",
      ),
    ],
  },
  {
    id: 'mood.hypothetical',
    phrases: [
      ...words(
        '如果 假如 假设 要是 倘若 万一 我会 我就会 我应该 我可能会 我可以 我将 我想我 我肯定会 我一定会 我打算 我准备去 我希望 我们会 我们应该 我们可以 应该会 会先 会再 会马上 会立刻 会主动 会去 会把 会跟 会和 会向 会给 会请 会让 会根据 会按 会通过 会尽 会及时 会争取 会好好 会认真 会继续 会不断 会积极 会考虑 可以先 可以考虑 可以通过 争取 力争',
      ),
      ...phrases(
        "i would | i'd | i will | i'll | i should | i could | i might | we would | we'd | we will | we'll | we should | would | if",
      ),
    ],
  },
  {
    id: 'mood.past',
    phrases: [
      ...words(
        '有一次 有一回 有一年 有一天 有次 有回 当时 那时候 那会儿 那天 那次 那年 那个月 去年 前年 今年 上个月 上个星期 上周 上次 上个 前几天 昨天 前天 刚入职 入职 之前 以前在 后来 第二天 第三天 当天 当晚 年前 月底 季度末 最近',
      ),
      ...phrases(
        'last {year,month,week,summer,winter,spring,autumn,quarter,time} | once | one {day,time,morning,evening,night} | when i {was,worked,joined} | {two,three,four,five,several,some,a few,1,2,3,4,5} {years,months,weeks,days} ago | in {january,february,march,april,may,june,july,august,september,october,november,december} | at that time | in my {last,previous,former} {job,place,company,hotel,role} | was | were | had | did | yesterday | a {year,month,week} ago',
      ),
    ],
  },
  {
    id: 'mood.negation',
    phrases: [
      ...words('没 没有 不 未 别 从不 从没 从未 不会 不能 不想 不用 无法 懒得 不肯 不敢 不愿 尚未 还没'),
      ...phrases(
        "not | never | no | didn't | don't | doesn't | wasn't | weren't | couldn't | wouldn't | can't | cannot | won't | haven't | hasn't | without | isn't | aren't | nobody | no one",
      ),
    ],
  },
  {
    id: 'mood.team-only',
    phrases: [...words('大家 全站 全店 全厂 团队 集体 整个'), ...phrases('the team | everybody | everyone')],
  },
];
