/**
 * Ways of saying the same, one group a line: the first is the plain one that the others are read as before wording is weighed. Office
 * speech, dialect and everyday words say nothing about what was done, so none of them may lift or lower a score.
 */
export const zhPlainWords = `
马上 立即 立刻 即刻 第一时间 赶紧 赶快 赶忙 当即 随即 随即便 立马 即时
后来 在此之后 此后 随后 之后 过后 其后 而后 后续
打电话 致电 去电 去电话 打个电话 拨打电话 通电话 电话联系
告诉 告知 通知 转告 知会 告知了
大家 团队成员 所有人 全体人员 全体成员 全员 众人 大伙 大伙儿 各位
一起 协同 共同 一同 一道 一块 一块儿 携手
帮 协助 帮助 帮忙 辅助 援助
事情 事儿 相关事宜 相关事项 有关事宜 事宜 事项
想办法 积极寻求解决方案 寻求解决方案 寻找解决办法 想方设法 寻求办法 想法子 想辙
去 前往 赶往 赶到 奔赴
好好 切实有效地 切实 扎实地 切实地 妥善 妥善地
挺 较为 比较 蛮 颇为 相当 十分 非常 特别 极其 尤为
因为 由于 鉴于 因 缘于
所以 因此 因而 于是 故而 从而
发现 注意到 察觉 察觉到 留意到 意识到 看出来
客户 顾客 客人 买家 主顾 消费者
同事 同伴 伙伴 同僚 工友 搭档
领导 上级 上司 主管 管理层
问 询问 咨询 打听 了解
商量 商议 协商 商讨 探讨 研讨
说 讲 表示 表述 陈述 提出
看 查看 察看 观看 浏览 翻看 翻阅
检查 核查 查验 检视 排查
核对 核实 比对 对照 校对 校验
买 购买 采买 购置 选购
用 使用 运用 利用 采用 应用
做 进行 开展 实施 执行 从事
给 给予 予以 赋予 提供
知道 获悉 得知 知晓 了解到 清楚
解释 说明 阐明 阐述 讲解 说清楚
安排 布置 部署 调配 统筹
准备 筹备 预备 备好
开始 着手 启动 起步 入手
最后 最终 最终还是 到头来 到最后 终于 总算
以前 此前 之前 先前 从前 原先
现在 目前 当前 如今 现阶段 眼下 至今
当时 彼时 那时 那时候 那会儿
每天 天天 每日 日日
逐一 一个一个 逐个 挨个 一一 一个个 逐项 逐条
增加 提升 提高 增长 上升 增多
减少 降低 下降 缩减 压缩
完成 办好 办完 做完 搞定 弄完 完结
问题 毛病 故障 异常 岔子
困难 难处 难题 难点 阻力
办法 方法 做法 法子 措施 举措 手段
建议 提议 提案
同意 认可 赞同 答应 应允 点头
生气 恼火 发火 不满 不高兴 愤怒
马虎 粗心 大意
拒绝 回绝 推掉 婉拒
担心 忧虑 顾虑 害怕 怕
参加 参与 加入
负责 承担 主管 主抓 分管
修改 更改 改动 调整 变更
损失 亏损 亏
结果 成果 成效 效果
需要 需 须 得
可以 能够 能 可
不能 无法 没法 没办法 不可
没有 没 未 未曾 尚未
但是 但 不过 然而 可是 只是
如果 假如 要是 倘若 若 若是
而且 并且 同时 此外 另外 并
整理 梳理 归纳 汇总 归整
记录 记下 记下来 登记 写下来 写下
`;

/** The same in English. */
export const enPlainWords = `
helped|facilitated|assisted|aided|supported
help|facilitate|assist|aid|support
used|leveraged|utilised|utilized|employed
use|leverage|utilise|utilize
talked to|engaged with|spoke to|spoke with|talked with|liaised with
got|obtained|received|acquired
fixed|remediated|repaired|resolved|solved
things|deliverables|items
soon|in a timely manner|promptly|quickly|right away|immediately|at once|straight away
very|exceptionally|extremely|highly|really|quite
customer|client|guest|buyer
customers|clients|guests|buyers
boss|supervisor|manager|superior|line manager
because|since|as a result of the fact that|due to the fact that
checked|verified|examined|inspected|reviewed
asked|questioned|inquired|enquired
told|informed|notified|advised
started|began|kicked off|commenced|initiated|launched
in the end|eventually|ultimately|finally|in conclusion
every|each
bought|purchased|procured
showed|demonstrated|presented
then|subsequently|afterwards|after that|later
before|prior to
about|regarding|concerning
people|individuals|persons
made sure|ensured
found out|discovered|noticed|realised|realized
cut|reduced|lowered|decreased
rose|increased|grew|went up
agreed|consented
needed|required
`;
