import type { PhraseList } from './phrase-matcher.ts';
import { phrases, words } from './phrase-matcher.ts';

/**
 * Where a story takes place: words of working and student life against words of private life. Kinship is left out, because
 * it is levelled before anything is judged; so are words that both sides use (老师, 朋友 at a wedding planner's, 群里).
 */
export const settingLists: readonly PhraseList[] = [
  {
    id: 'setting.work',
    phrases: [
      ...words(
        '客户 顾客 客人 会员 业主 患者 病人 学员 同事 领导 主管 经理 总监 主任 店长 班长 组长 站长 厂长 工长 科长 院长 校长 老板 供应商 厂家 甲方 乙方 监理 经销商 代理商 商家 商户 租户 住户 储户 旅客 乘客 游客 新人 徒弟 学徒 下属 员工 组员 店员 保安 质检 质量部 财务 会计 采购 客服 运营 研发 收银 后厨 前厅 前台 厨师长 护士 护士长 医嘱 班主任 教研组',
      ),
      ...words(
        '公司 店里 门店 厂里 车间 产线 生产线 包装线 仓库 工地 项目部 单位 部门 科室 病房 班组 岗位 工位 柜台 窗口 网点 办公室 现场 机房 总部 分店 商场 酒店 餐厅 餐饮店 库区 月台 实验室 大棚 鱼塘 合作社 幼儿园 托管班 培训班 小班 养老院 社区',
      ),
      ...words(
        '项目 订单 合同 工单 单子 发票 报表 台账 业绩 指标 提成 交期 交货 出货 发货 到货 入库 退货 库存 盘点 投诉 客诉 差评 退款 索赔 上班 下班 值班 夜班 白班 早班 晚班 加班 交班 接班 交接班 入职 离职 试用期 转正 实习 应聘 面试 出差 开会 会议 晨会 早会 例会 周会 培训 考核 排班 排期 工期 上线 系统 后台 接口 代码 需求 故障 停机 报警 机台 机器 机床 冲床 车床 开机 设备 模具 叉车 检修 维修 巡检 施工 验收 整改 违章 违规 规程 规范 隐患 生产 批次 报废 不良 返工 报修 工具 续约 签约 签单 成交 开单 营业额 营业 促销 活动方案 招标 投标 报价 预算 成本 销售 市场 推广 渠道 配送 装车 卸货 司机 流程 sop 体测 体验课 续课 开档 带团 地接 主持 策划 甲方 提案 样品 检验 审核 审批 上报 汇报',
      ),
      ...words(
        '上岗 绩效 工资 薪资 底薪 奖金 计件 工时 考勤 班次 当班 值守 抢修 断电 电源 接地 电流 电工 电气 绝缘 消防 灭火器 疏散 事故 操作员 上级 负责人 专员 助理 顾问 经纪人 保洁 陪护 医师 用药 消毒 药品 器械 急救 教师 当班老师 保育员 园长 带班 课程 课时 授课 教学 课堂 教案 家访 商品 品类 品牌 店铺 上架 下单 引流 流量 转化率 用户 页面 版本 灰度 测试 告警 监控 日志 服务器 数据库 文案 广告 投放 受众 客源 房源 佣金 定金 首付 尾款 报价单 一口价 户型图 进场 交房 交付 试驾 条款 信用证 提单 报关 海关 货物 货期 船期 运费 物流 承运 运输 装卸 调度 快件 包裹 派件 揽收 驿站 补货 陈列 货架 车主 配件 售后 理赔 贷款 还款 放款 利润 毛利 付款 账期 对账 入账 税务 审计 合规 制度 按规定 手续 资格证 持证 有效期 过期 检测 试剂 样本 放行 偏差 工序 工艺 物料 备料 原料 产量 产能 产品 零件 零部件 图纸 工程 起重 警戒 招聘 候选人 录用 社保 薪酬 人事 行政 群众 信访 办事大厅 公示 物业 电梯 水泵 泵房 停水 公共收益 维修基金 业主群 入住 客房 房态 退房 房费 套房 套餐 出餐 备餐 点单 翻台 上菜 出菜 食材 留样 农机 植保 打药 采收 养殖 展台 展会 嘉宾 彩排 稿件 雇主 工牌 食堂 厂区 门卫 后勤 网格 工程师 质检员 安全员 复核 复检 报备 停工 停线 护工 老人院',
      ),
      ...words(
        '街道办 居委会 居委 村委 村委会 物业公司 业委会 网格员 活动室 文化站 服务站 卫生站 社区医院 诊所 门诊 挂号 化验 影像科 手术 换药 输液 查房 康复 护理 护理员 家属 死者 殡仪馆 殡葬 灵车 告别厅 墓园 农药 化肥 种子 种苗 苗木 大田 地块 试验田 亩产 植保站 农资 兽医 饲料 屠宰 冷链 冷库 印刷 打样 校对 排版 印版 印张 出版 编辑 选题 采编 校样 装订 裁切 制版 打板 裁床 车位 缝纫 面料 焊工 焊缝 焊接 钳工 铆工 电焊 油漆工 木工 木料 榫卯 瓦工 泥水 脚手架 吊装 塔吊 混凝土 浇筑 基坑 放线 测量 图审 造价 结算 工地上 包工头 甲供 分包 总包 水厂 泵站 污水 锅炉 变电 配电 巡线 计量 充电桩 加油站 收费站 检票 安检 列车 公交 线路 发车 乘务 机长 航班 地勤 港口 码头 集装箱 报检 舱位 货代 快递员 骑手 外卖 配送员 站点 分拣 面单 柜员 理财 授信 信贷 保单 投保 核保 出险 查勘 律师 案子 委托人 法院 仲裁 公证 评估 会展 搭建 布展 导购 收银员 理货员 理货 促销员 加盟 加盟商 直播 主播 运营 选品 客单价 复购 退换货 差评师 工厂 小厂 代工 贴牌 外发 打包 装箱 验货 验厂 翻译 外贸 询盘 样衣 模特 摄影棚 后期 剪辑 美工 设计稿 家政 月嫂 保姆 雇主家 保洁员 学徒工 美容 美发 发型师 技师 顾客家 驾校 学车 学员们 校区 家长会 班级群 幼师 托班 考研班 教务 招生 助教 值日 安保 巡逻 岗亭 门岗 监控室 消防员 应急 档案 公文 盖章 窗口办事 办事 村民 帮扶 社工 义工 测试员 产品经理 前端 后端 迭代 排障 运维 机柜 网络 数据中心',
      ),
      ...words(
        '毕业设计 毕业论文 社团 学生会 班委 志愿者 支教 答辩 兼职 打工 班里 年级 合唱团 运动会 课题 小组作业 导师 学弟 团长 上课',
      ),
      ...phrases(
        'customer~ | client~ | guest~ | buyer~ | supplier~ | vendor~ | manager~ | colleague~ | coworker~ | supervisor~ | boss | team lead | team leader | my team | our team | staff | employee~ | trainee~ | intern~ | apprentice~ | contractor~ | patient~ | tenant~ | member~ of staff | cashier~ | operator~ | technician~ | engineer~ | warehouse | factory | plant | workshop | office | branch | store | shop | shift~ | ward | counter | reception | salon | site | department | company | project~ | order~ | contract~ | invoice~ | report~ | budget | deadline | target~ | sales | stock | inventory | shipment~ | delivery | deliveries | complaint~ | refund~ | system | release | deploy~ | server~ | ticket~ | code | database | training | audit | inspection | maintenance | machine~ | production | quality | safety | procedure~ | checklist~ | till | float | rota | meeting~ | probation | internship | part-time | thesis | school | tour guide | coach | bakery | greenhouse | booking~ | reservation~ | check-in | front desk | housekeeping | menu | waiter~ | chef~ | spreadsheet~ | campaign~ | lead time | quote~ | quotation~ | discount~ | price list | margin | revenue | profit | turnover | goods | pallet~ | forklift~ | dispatch~ | truck~ | driver~ | parcel~ | courier~ | course~ | lesson~ | pupil~ | classroom | clinic | hospital | medication | resident~ | care home | landlord | claim~ | ledger | vat | payroll | onboarding | recruit~ | harvest | crop | voltage | breaker | transformer | scaffold~ | crane | foreman | permit | harness | conveyor | scrap | rework | calibrat~ | batch~ | sop | deviation | sample~ | cold store | fair | booth | stand | exhibition | printer | layout | duty | print run | proof~ | press | plates | invitation~ | wholesale~ | consultation~ | desk | registrar | nurse~ | surgery | theatre list | triage | carer~ | undertaker~ | funeral home | mourner~ | seedling~ | nursery | grower~ | field~ trial | welder~ | weld~ | carpenter~ | plumber~ | electrician~ | apprentice | scaffolder~ | site manager | surveyor~ | subcontractor~ | quay | vessel | container~ | freight | customs | airline | crew | passenger~ | timetable~ | depot | rider~ | app support | underwriter~ | policyholder~ | adjuster~ | paralegal~ | court | editor~ | newsroom | translator~ | studio | stylist~ | salon | receptionist~ | concierge | minibar | linen | barista~ | sous chef | line cook~ | head chef | prep | bar staff | stocktake~ | shelf | shelves | checkout | till | planogram~ | merchandis~ | tutor | curriculum | safeguarding | security guard~ | patrol | archive~ | council | caseworker~ | volunteer~ | sprint~ | outage~ | on-call | rollback | pull request~ | as a {guide,coach,teacher,nurse,driver,waiter,cashier,trainer,tutor,cook,chef}',
      ),
    ],
  },
  {
    id: 'setting.private',
    phrases: [
      ...words(
        '我家 我们家 家里人 家人 亲戚 亲友 闺蜜 哥们 发小 老同学 老乡会 同学聚会 聚会 相亲 恋爱 谈恋爱 约会 结婚 婚礼 接亲 伴郎 伴娘 新郎 新娘 过年 年夜饭 春晚 红包 扫墓 老家 乡下 串门 街坊 邻居 邻居家 三叔 舅舅 姨妈 姑妈 表弟 表哥 堂哥 侄子 外甥 孙子 全家 一家人',
      ),
      ...words(
        '旅游 旅行 自驾 自驾游 自由行 景点 景区门票 爬山 登山 徒步 露营 帐篷 度假 民宿 海边 沙滩 雪山 垭口 看海 看星星 星空 日出 环湖 骑行 攻略 打卡 特产 摄影 钓鱼 垂钓 钓点 钓友 钓竿 鱼竿 饵料 鱼饵 鲫鱼 鲤鱼 鱼缸 养鱼 养花 种花 月季 花盆 种菜 阳台 院子 果树 养狗 养猫 遛狗 小狗 猫 猫咪 狗狗 宠物 鹦鹉',
      ),
      ...words(
        '跑步 晨跑 夜跑 马拉松 半马 健身房 减肥 瘦了 体重 热量 打球 打篮球 篮球 踢球 足球 羽毛球 乒乓球 游泳 蛙泳 滑雪 滑冰 瑜伽 广场舞 跳舞 唱歌 唱k 合唱 吉他 钢琴 古筝 二胡 练琴 书法 毛笔字 画画 打麻将 麻将 打牌 扑克 象棋 围棋 下棋 打游戏 玩游戏 游戏 段位 王者 战队 开黑 上分 追剧 电视剧 综艺 电影 票房 导演 主演 科幻片 演唱会 抢票 偶像 小说 动漫 乐高 积木 拼图 集邮 手办 彩票 炒股 股票 看盘 直播间抢',
      ),
      ...words(
        '做饭 做菜 炒菜 下厨 红烧肉 饺子 包饺子 粽子 包粽子 月饼 火锅 烧烤 菜谱 火候 好吃 装修 瓷砖 水电改造 搬家 买房 看房子 买车 二手车 驾照 科目二 倒车入库 客厅 卧室 沙发 屋顶 瓦片 感冒 发烧 住院 陪床 血压 睡觉 失眠 起床 做梦 晒太阳 朋友圈 网友 群友 粉丝 点赞 发视频 周末 假期 放假 闲下来 平时喜欢 我喜欢 最喜欢 特别喜欢 爱好 兴趣 业余 休闲 娱乐',
      ),
      ...phrases(
        'fishing | bait | rod | travel | trip | holiday~ | vacation~ | hike | hiking | hiked | camping | tent | beach | coast | cottage | lake | mountain~ | sightseeing | cat | cats | dog | dogs | puppy | pet | pets | aquarium | garden | flower~ | tomatoes | pots | shed | movie~ | film~ | series | season two | episode~ | novel~ | game | games | gaming | league | basketball | football | badminton | tennis | racket | marathon | running | jogging | cycling | cycled | swim | swimming | skiing | ski | yoga | guitar | piano | violin | song~ | concert~ | band | dancing | chess | cards | lego | puzzle~ | vinyl | recipe | cooked | cooking | cook dinner | stew | turkey | cake | christmas | birthday | wedding | my {sister,brother,uncle,aunt,aunts,cousin,family,grandmother,grandfather,parent,child,partner,friends,neighbour,neighbours,neighbor,neighbors,house,flat,roof,kitchen,garden} | our {flat,house,roof,neighbours,neighbors,baby,family,garden} | friends | neighbour~ | neighbor~ | weekend | driving test | lost weight | calories | diet | shares | lottery | fan page | favourite | favorite | hobby | hobbies | i love | i like to',
      ),
    ],
  },
];

/** Words whose meanings, averaged, stand for working life and for private life; each answer is placed between the two. */
export const settingPoles = {
  work: '工作 公司 客户 顾客 同事 领导 门店 车间 仓库 项目 订单 合同 员工 班组 主管 部门 生产 交付 服务 投诉 培训 设备 质量 安全 供应商 财务 报表 岗位 业务 流程 经理 店长 班长 组长 组员 会议 预算 成本 销售 采购 库存 发货 退货 维修 检修 施工 工地 图纸 验收 巡检 交接 排班 值班 夜班 早班 产线 工单 机器 模具 原料 产品 系统 上线 代码 测试 需求 运营 推广 门诊 病人 患者 护士 护理 课程 教学 课堂 业主 物业 租户 房源 签约 贷款 保险 柜台 收银 货架 促销 会员 餐厅 后厨 出菜 前厅 客房 入住 前台 快递 配送 司机 装卸 叉车 发票 税务 账目 审计 报销 招聘 面试 入职 离职 考勤 工资 绩效 考核 指标 目标 任务 进度 工期 整改 违规 规程 隐患 事故 报告 审批 汇报 沟通 协调 处理 安排 跟进 反馈 复盘 总结 改进 方案 数据 分析 实验 样品 检验 标准 记录 清单 手册 模板 文档 团队 新人 徒弟 加班 出差 实习 兼职 毕业设计 社团 论文 志愿者 群众 窗口 农户 大棚 农药 化肥 电路 变压器 停电 抢修 导购 团购 店铺 客服 热线 赔偿 退款 差评 回访 渠道 商家 代理 谈判 报价 竞品 市场 广告 文案 设计 稿子 剪辑 外贸 港口 报关 work company customer client colleague manager supervisor shop store warehouse project order contract staff team department production delivery service complaint training equipment quality safety supplier finance report job business process budget cost sales purchase stock inventory shipment machine product system release code test requirement campaign patient nurse ward student parent lesson guest reception shift rota till invoice audit meeting deadline target task schedule incident policy procedure checklist template document data analysis dashboard metric engineer maintenance repair technician site inspection tenant loan account hiring interview performance feedback apprentice trainee internship thesis volunteer',
  leisure:
    '钓鱼 旅游 自驾 爬山 猫 狗 宠物 电影 游戏 追剧 篮球 足球 跑步 健身 唱歌 做饭 风景 景点 露营 海边 度假 假期 朋友圈 爱好 音乐 减肥 恋爱 过年 亲戚 打牌 婚礼 结婚 相亲 装修 搬家 瓷砖 阳台 种花 花盆 院子 邻居 年夜饭 饺子 粽子 红烧肉 火锅 烧烤 零食 奶茶 味道 好吃 菜谱 烤箱 面粉 蔬菜 水果 吉他 钢琴 书法 画画 摄影 照片 星星 帐篷 雪 滑雪 游泳 骑车 自行车 羽毛球 乒乓球 马拉松 瑜伽 广场舞 麻将 扑克 象棋 乐高 积木 收藏 邮票 演唱会 偶像 粉丝 电视剧 综艺 小说 动漫 主角 导演 票房 民宿 机票 高铁 火车 行李 海滩 沙滩 雪山 草原 湖 古镇 寺庙 公园 动物园 游乐园 鱼缸 金鱼 鹦鹉 兔子 驾照 买车 二手车 房子 老家 村里 屋顶 体重 热量 感冒 发烧 住院 血压 吃药 睡觉 起床 周末 生日 礼物 春节 国庆 中秋 端午 五一 聚会 同学 朋友 闺蜜 喝酒 啤酒 白酒 茶 咖啡 电视 沙发 床 被子 衣服 裙子 鞋子 化妆 头发 抢票 门票 拍照 日出 星空 天气 下雨 台风 股票 炒股 彩票 冲浪 潜水 跳舞 舞蹈 吃饭 逛街 购物 球友 打球 段位 战队 抖音 漫画 fishing travel trip hiking cat dog pet movie film game basketball football running fitness singing cooking scenery camping beach vacation holiday hobby music friends weekend party garden tomatoes flowers kitchen flat house roof neighbour grandmother grandfather sister brother uncle aunt cousin baby wedding birthday christmas dinner recipe oven cake stew beer wine coffee guitar piano violin song concert band album series season episode actor book novel museum castle lake mountain sea snow ski swim swimming bike cycling marathon tennis badminton chess cards puzzle photography camera photo tent cottage flight train luggage weight diet calories sleep bed rain storm weather car driving dress shoes hair television sofa fish puppy aquarium zoo park church village',
} as const;
