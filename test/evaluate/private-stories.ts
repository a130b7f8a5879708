/**
 * Stories about private life, told well, with figures and results: what an answer to a question about work is not.
 * `fit-aboutness.ts` learns from these; the stories that stability is measured with are others.
 */
export const privateStories: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: [
    '今年五一我带家里人去了西安，三天走了五个景点，兵马俑排了两个小时的队。我提前一个月订的酒店，比平时便宜了四成。回来我做了一个攻略，亲戚们都拿去用，说省了不少钱。',
    '我每天早上坚持跑步五公里，刚开始跑两公里就喘，后来我按计划慢慢加，半年体重从一百六降到一百三十八。现在我们小区有十几个人跟着我一起跑。',
    '我最喜欢看电影，上周看了一部科幻片，特效做得很好，票房已经破了十亿。我觉得导演很会讲故事，我推荐给了五个朋友，他们看完都说好。',
    '周末我喜欢自己做菜，红烧肉我试了七八次，火候从大火改成小火慢炖，最后味道跟饭店差不多。我把做法写下来发给我妈，她现在也这样做。',
    '上个月我表姐结婚，我负责接亲那一段，提前三天跟伴郎团排了两遍，车队十二辆车一分钟没晚。婚礼办完亲戚都说这是今年最热闹的一场。',
    '我从前年开始炒股，一开始亏了三万，后来我每天晚上看两个小时盘，记录每一笔买卖的理由，去年赚了百分之二十。现在好几个老同学跟着我一起看。',
    '我儿子今年上二年级，数学一直不太好，我每天陪他做二十道口算，坚持了半年，期末考了九十八分。我把方法发在家长群里，好几个妈妈都在用。',
    '最近天气变化很大，我们那边连下了十天雨，路上积水到小腿，我穿雨靴骑电动车，绕了三条路才回到家，第二天又感冒了，喝了姜汤才好。',
    '我特别喜欢打游戏，去年用三个月从白银打到王者，每天复盘录像，总结了五套打法，战队里八个人都照我的打法练，胜率从四成升到七成。',
    '我打篮球打了十年，去年我们街道比赛拿了第二名，我场均得十二分。我们每周二和周四训练，我给队友设计了三个战术，后来一直在用。',
  ],
  en: [
    'I run five kilometres every morning. At first I could only do two, then I added a little each week, and in half a year my weight fell from 80 to 69 kilos. Now ten neighbours run with me.',
    'At the weekend I like to cook. I tried the stew seven times, changed from high heat to low, and in the end it tasted like a restaurant. I wrote the recipe down and my mother uses it now.',
    'My sister married in June and I planned the seating for 120 guests, tried two versions and called the band twice. Everybody said it was the best wedding of the year.',
    'I began to buy shares three years ago and lost 4,000 at first. Then I wrote down the reason for every trade and last year I was up 20 percent. Some old classmates follow me now.',
    'It rained for ten days in our village, the water was up to the knee, I took three different roads home on my scooter and caught a cold the next day.',
    'I play a lot of online games. In three months I went from silver to the top league, watched my recordings every night and wrote five tactics that our eight players now use.',
    'My favourite film is a space movie I saw last week. The effects were great and it made a billion at the box office. I told five friends and they all liked it.',
  ],
};
