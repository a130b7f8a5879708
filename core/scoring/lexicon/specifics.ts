import type { PhraseList } from './phrase-matcher.ts';
import { phrases, words } from './phrase-matcher.ts';

/** Kinds of concrete detail besides numbers (assessment §2.3 specificity). */
export const specificLists: readonly PhraseList[] = [
  {
    id: 'specific.time',
    phrases: [
      ...words(
        '去年 前年 今年 上个月 上周 上个星期 上次 昨天 前天 当天 当晚 那天 第二天 第三天 隔天 早上 上午 中午 下午 傍晚 晚上 夜里 半夜 凌晨 周一 周二 周三 周四 周五 周六 周日 周末 星期 月底 月初 年底 年前 年后 春节 国庆 中秋 端午 五一 双十一 双11 双十二 618 旺季 淡季 暑假 寒假 开学 高峰 季度 半年 入职',
      ),
      ...phrases(
        'last {year,month,week,summer,winter,spring,autumn,quarter} | yesterday | monday | tuesday | wednesday | thursday | friday | saturday | sunday | morning | afternoon | evening | night | january | february | march | april | june | july | august | september | october | november | december | christmas | weekend | quarter',
      ),
    ],
  },
  {
    id: 'specific.role',
    phrases: [
      ...words(
        '客户 顾客 客人 买家 家长 业主 患者 病人 家属 供应商 主管 店长 班长 组长 经理 总监 主任 厂长 站长 队长 工长 老板 领导 同事 财务 会计 研发 工程师 设计师 产品经理 运营 客服 仓库 仓管 库管 采购 司机 物业 保安 保洁 新人 徒弟 学徒 实习生 师傅 技师 护士 医生 大夫 老师 学生 老人 孩子 租户 房东 中介 商家 厂家 经销商 代理 货代 监理 甲方 乙方 安全员 质检 操作工 钳工 电工 焊工 叉车工 收银 店员 导购 服务员 厨师 后厨 前台 前厅 配送员 骑手 快递员 业务员 销售 律师 审计 银行 海关 报关 街道 社区 村民 农户 先生 老○ 小○ 阿○',
      ),
      ...phrases(
        'customer~ | client~ | guest~ | buyer~ | supplier~ | manager~ | colleague~ | engineer~ | operator~ | technician~ | waiter~ | chef~ | cleaner~ | driver~ | boss | supervisor~ | director~ | teacher~ | student~ | patient~ | parent~ | nurse~ | doctor~ | electrician~ | accountant~ | warehouse | factory | forwarder~ | salespeople | sales team | maintenance | housekeeping | reception | trainee~ | intern~ | team leader | line leader | vendor~ | contractor~',
      ),
    ],
  },
  {
    id: 'specific.tool',
    phrases: [
      ...words(
        '表格 表 报表 台账 清单 单子 工单 订单 合同 发票 报价单 图纸 照片 视频 录音 监控 截图 录屏 日志 数据库 系统 后台 软件 小程序 公众号 微信 微信群 群里 邮件 电话 短信 文档 手册 流程图 看板 白板 标签 贴纸 笔记本 本子 便签 工具 夹具 模具 设备 机器 电脑 手机 平板 对讲机 扫码 二维码 条码 excel 透视表 ppt erp crm wms sap 钉钉 飞书 企业微信 代码 脚本 接口 服务器 sql python java 摇表 万用表 钳表 温度计 卡尺 显微镜 样品 配方 试纸 样板 问卷 方案书 协议 证书 排班表 流程单 交接单 通知 公告 卡片',
      ),
      ...phrases(
        'sheet~ | spreadsheet~ | excel | checklist~ | form~ | photo~ | picture~ | video~ | email~ | mail~ | contract~ | invoice~ | report~ | system | database | software | app | tool~ | machine~ | script~ | code | log~ | dashboard~ | sample~ | label~ | map | table map | matrix | card~ | manual | document~ | sql | python | java | api | sensor~ | voltage | drawing~ | calendar | whiteboard | phone | camera',
      ),
    ],
  },
  {
    id: 'specific.place',
    phrases: [
      ...words(
        '门店 店里 车间 仓库 工地 现场 办公室 会议室 厂里 公司里 后厨 前厅 大堂 柜台 工位 产线 生产线 机房 实验室 教室 病房 小区 食堂 码头 港口 机场 车站 商场 超市 市场 展会 分店 网点 库区 货架 楼下 门口 地里 大棚 田里 电梯 宿舍',
      ),
      ...phrases(
        'workshop | warehouse | office | lobby | kitchen | shop floor | bench | production line | store | branch | site | room~ | port | lab | classroom | counter | meeting room | desk | station',
      ),
    ],
  },
  {
    id: 'specific.speech',
    phrases: [
      ...words(
        '我说 我跟他说 我就说 我讲 他说 他讲 问我 我问 跟他讲 跟我说 告诉他 一句 “ 「 原话 我回他 他问 客户说 老板说 说您 说你',
      ),
      ...phrases('i said | they said | i asked | they asked | told them | " | said'),
    ],
  },
  {
    id: 'structure.head',
    phrases: [
      ...words(
        '首先 其次 再次 最后 第一 第二 第三 第四 一是 二是 三是 一方面 另一方面 先 然后 再 接着 后来 同时 一来 二来 第一步 第二步 第三步 两件事 三件事 两条 三条 两点 三点',
      ),
      ...phrases(
        'first | firstly | second | secondly | third | thirdly | finally | then | next | after that | two things | three things',
      ),
    ],
  },
  {
    id: 'situation',
    phrases: [
      ...words(
        '当时 有一次 有一回 有次 那天 那年 那次 去年 前年 今年 上个月 上周 入职 双十一 旺季 交付前 接到 遇到 碰到 碰上 年前 刚到 刚来 刚接手 一开始 本来 原来 原本 我们厂 我们店 我们公司 我们小区 我们组 我们工地 我在 有台 有个 有一批 有一家 有位 客户 那段时间 上任',
      ),
      ...phrases(
        'last {year,month,week,summer,winter} | once | one {day,time,morning} | when i {was,worked,joined} | in my {last,previous} | at that time | there was | we had | our {buyer,customer,client,hotel,shop,store,company} | a {customer,client,guest,buyer} | years ago | months ago',
      ),
    ],
  },
  {
    id: 'task',
    phrases: [
      ...words(
        '目标 要求 指标 需要 必须 期限 难点 压力来自 任务 要在 得在 交期 截止 定了 给我 让我 派我 分给我 负责 想统一 要赶 得赶 要把 想把 希望 为了 规定 限 考核 交给我 轮到我 要我 最担心 问题是 就是要',
      ),
      ...phrases(
        'target~ | goal~ | needed to | had to | must | deadline | task | responsible for | my job was | asked me to | required | requirement~ | in charge of | wanted me | the problem | wanted to',
      ),
    ],
  },
];
