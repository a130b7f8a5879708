/**
 * More stories about private life of many kinds, most of them told as answers to questions about work are: a difficulty, own steps,
 * figures, and others who took it over. `fit-aboutness.ts` learns from these too.
 */
export const morePrivateStories: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: [
    '我家去年装修，我自己画的图，水电改了三次，瓷砖跑了五家建材城比价，最后一平方便宜了十八块。工期本来说两个月，我每天晚上去看，盯着他们五十天就做完了，楼上两户都照我家的样子装。',
    '我阳台上种了二十几盆花，月季老是生红蜘蛛，我查了资料，一周喷两次水，再把盆垫高通风，一个月叶子就干净了。现在春天能开一百多朵，小区里好几个阿姨来剪枝子回去插。',
    '我养了一条金毛，刚抱回来的时候到处乱尿，我按时间带它下楼，一天五次，尿对地方就给一块鸡肉，十天就学会了。后来握手、坐下、捡球都是这么教的，楼下遛狗的几家都跟我学。',
    '考驾照的时候科目二我挂了两次，倒车入库总压线。我让教练把车停好，自己下来量每个点在哪里，画在本子上，一天练四个小时，第三次一把过了，九十分。我弟弟去年考也是看我那张图。',
    '我喜欢弹吉他，自学的，一开始手指疼得按不住弦，我每天练半小时，三个月会了十二首歌。去年同学聚会我弹了两首，大家都说好听，有三个人回去也买了琴。',
    '今年过年是我们家做的年夜饭，十四口人，我提前一周列菜单，二十个菜，冷菜前一天做好，热菜按顺序下锅，六点准时开席。亲戚都说比饭馆好吃，明年还让我来做。',
    '我爸血压高，一直不肯吃药。我买了个血压计，早晚帮他量，记在日历上，三周以后他看到自己早上总是一百六，这才肯去看医生。现在稳定在一百三左右，他还劝他的老哥们也量。',
    '我减肥减了两年，最重的时候一百八十斤，我把每顿饭拍下来，算热量，晚上七点以后不吃，每周称三次。一年下来瘦了四十斤，身边五个朋友用我的办法都瘦了。',
    '我跟女朋友是相亲认识的，一开始她对我没什么感觉，我没有着急，每个周末约她去看展览、爬山，记得她不吃香菜，半年以后就在一起了，明年准备结婚。',
    '上次搬家东西特别多，我提前三周开始打包，七十二个箱子每个都编了号，哪个放哪间屋子都写清楚，搬家公司四个小时就搬完了，一个碗都没碎，我妈说这辈子没见过这么顺的搬家。',
    '我们小区楼上半夜总有声音，吵得睡不着。我上去敲过两次门没用，后来我买了一块厚地毯送给他们家铺上，又把时间写给他们看，从此以后就安静了，现在两家还一起吃饭。',
    '我拼乐高，最大的一套九千块零件，拼了四十多个晚上，按颜色分成二十个盒子，找零件快了一半。拼完拍了视频发到网上，有两万多人看，好多人问我怎么分类。',
    '去年国庆我第一次露营，晚上下大雨帐篷漏水，我用防水布在上面拉了一个斜坡，又挖了一条排水沟，第二天早上只有我们那顶是干的。后来去露营的几家都学我这么搭。',
    '我打羽毛球五年了，反手一直不行，我请人录像，一帧一帧看，发现是握拍太紧，改了以后每天对墙打三百下，两个月后在区里业余赛打进八强，球友都找我问怎么练。',
    '我妈学不会用智能手机，我给她画了一张图，红的是打电话，绿的是微信，一步一步教，每天教一样，两个星期就会发视频了。现在她在老年大学里教别的老太太。',
    '我特别喜欢追剧，最近那部古装剧我看了三遍，里面的服装道具都很讲究，男主演技也好，收视率全国第一。我在论坛写了一篇一万字的分析，点赞有两千多。',
    '我骑自行车环过青海湖，三百六十公里骑了四天，第二天顶风爬坡特别累，我就把速度降到十二公里，每四十分钟停一次补水，最后比计划还早到半天，拍了六百多张照片。',
    '我姥姥住院那阵子我们几个孙辈轮流陪床，我排了一张表，一人一天，买饭、擦身、记体温都写清楚，二十三天没有一天空着，姥姥出院的时候胖了三斤。',
    '我家鱼缸的水老是发绿，鱼死了好几条。我先停了灯，一周换三分之一的水，又加了一个过滤桶，半个月水就清了，现在养了十五条孔雀鱼，下了一百多条小鱼，送了邻居四家。',
    '我报名学游泳，一开始怕水，头都不敢埋，我每天在家脸盆里练憋气，从十秒练到一分钟，八节课以后会了蛙泳，现在一口气能游八百米，我把我老婆也教会了。',
    '我买二手车的时候看了十一台，怕被骗，我学了怎么看漆面厚度、查保养记录，还借了举升机看底盘，最后买的那台比市场价便宜八千，开了三年没大修，两个表哥买车都叫我去看。',
    '我平时喜欢拍星空，一开始拍出来全是黑的，我一个参数一个参数地试，拍了三百多张才找到合适的，后来得了摄影群里的月赛第一，群里好多人要我的参数表。',
    '那天我坐高铁回老家，手机落在候车室了，我马上找列车员借电话打回去，报了座位和手机壳颜色，四十分钟后找到了，同学第二天给我带回来的，一点没坏。',
    '我跟闺蜜每年去听演唱会，今年抢票特别难，我们六个人用十二部手机同时抢，网也换成了有线的，最后抢到四张内场。我把抢票步骤写了出来，粉丝群里五百多人转。',
    '我们家孩子不爱吃蔬菜，我把胡萝卜切成星星，菠菜打成汁和面，做成绿色的饺子，他一口气吃了十五个。现在一周能吃五种菜，幼儿园别的妈妈也来问我怎么做。',
    '我爷爷留下来一台老收音机不响了，我拆开来看，一个电容鼓了，网上买了两块钱的换上，又把接线重新焊了一遍，第三天就有声音了，爷爷听了一整晚的戏。',
    '我打麻将十几年了，我总结了一套看牌的办法，先数万字再数条子，胜率从三成到了六成，春节赢了两千多块钱，舅舅他们现在都不愿意跟我打了。',
    '我坚持写毛笔字，每天晚上写两张纸，写了三年，开始横都写不平，后来临了五遍帖子，去年社区书画展挂了我一幅，邻居家的春联都请我写。',
    '去滑雪的时候我摔得很惨，刹不住。后来我在初级道练了两天内八字，一趟一趟数，滑了四十多趟，第三天就上了中级道，没再摔过，还教会了同去的三个朋友。',
    '我老家的房子漏雨，我爬上去看，有七片瓦裂了，我买了新瓦换上，又在接缝的地方刷了两遍防水胶，今年雨季下了半个月一滴都没漏，隔壁三叔家也照着弄了。',
    '我女儿学钢琴坐不住，我跟她约定每天二十分钟，用贴纸记，攒满三十张去一次游乐园。半年以后她能自己坐四十分钟，考过了三级，她的表妹现在也用贴纸。',
    '我最爱吃火锅，全城的火锅店我吃过六十多家，做了一张表给它们打分，毛肚、牛油、服务、价格四项，朋友聚会都来问我去哪家，我推荐的从来没有踩过雷。',
  ],
  en: [
    'We renovated our flat last year. I drew the plan myself, compared tiles in five shops and saved 18 a square metre. I looked in every evening, and it was done in fifty days instead of sixty. Two families upstairs copied our kitchen.',
    'My dog used to pull on the lead. I stopped every time he pulled and gave him a piece of chicken when he walked beside me. After three weeks he walked calmly, and four other dog owners in the park now do the same.',
    'I failed my driving test twice because of parking. I drew the reference points on paper, practised two hours a day with my uncle, and passed the third time with only two faults. My cousin used my drawing and passed at once.',
    'I taught myself the guitar. At first my fingers hurt, so I played twenty minutes every evening, and after three months I knew twelve songs. At our class reunion everybody sang along, and three friends bought a guitar.',
    'For Christmas I cooked for fourteen people. I wrote the menu a week before, made the cold dishes the day before and put the turkey in at nine. We ate at six sharp and my aunts want me to do it again.',
    'I lost twenty kilos in a year. I photographed every meal, counted calories and stopped eating after seven. I weighed myself three times a week and drew a curve. Five of my friends tried it and lost weight too.',
    'Our neighbours were noisy at night. Knocking did not help, so I bought them a thick carpet and showed them the times when our baby sleeps. Since then it has been quiet, and we have dinner together once a month.',
    'When we moved house I packed 72 boxes and numbered each of them by room. The movers needed four hours instead of seven and not a single glass broke. My sister used the same numbers when she moved.',
    'My daughter did not want to practise the piano. We agreed on twenty minutes a day and a sticker for each, and thirty stickers meant a trip to the zoo. She passed grade three and now plays forty minutes.',
    'I cycled around the lake, 360 kilometres in four days. On the second day the wind was against us, so I slowed down and stopped every forty minutes for water. We arrived half a day early and I took 600 pictures.',
    'My aquarium kept turning green and some fish died. I switched off the light, changed a third of the water every week and added a second filter. After two weeks it was clear, and I gave away a hundred baby fish.',
    'We went camping and it rained all night. I stretched a sheet over the tent and dug a small ditch around it. In the morning ours was the only dry tent, and the other families built theirs the same way.',
    'I collect vinyl records and have about 900. I sorted them by year and label, made a list on my phone and sold the doubles for 1,200. Two friends use my list now.',
    'My grandmother did not understand her phone. I drew her a page with one colour for each button and taught her one thing a day. After two weeks she sent me a video, and now she teaches her friends at church.',
    'I play badminton on Thursdays. My backhand was weak, so a friend filmed me, I saw that I held the racket too tight, and I hit 300 balls a day against a wall. Two months later I reached the last eight of the town cup.',
    'My favourite series has six seasons, and I have watched it three times. The costumes are amazing. I wrote a long review on a fan page and two thousand people liked it.',
    'Our roof leaked. I climbed up, found seven cracked tiles, replaced them and sealed the joints twice. It rained for two weeks in autumn and not a drop came in. My uncle did his roof the same way.',
    'I was afraid of water, so I practised holding my breath in a bowl at home, from ten seconds to one minute. After eight lessons I could swim, and now I do 800 metres. I taught my wife as well.',
  ],
};

/** Work and study that sound like private life: honest answers of trades whose words are those of leisure, and of people without a job yet. */
export const workLikePrivate: readonly {
  readonly lang: 'zh' | 'en';
  readonly dimension: string;
  readonly answer: string;
}[] = [
  {
    lang: 'zh',
    dimension: 'SERV',
    answer:
      '我在宠物店做美容师，有位顾客的泰迪剪完她嫌耳朵太短，在店里很生气。我先道歉，问她平时喜欢什么样子，她给我看了照片。我跟她说毛大概三周长回来，这三周我免费给它修两次，又送了一瓶梳毛水。第三周她来的时候满意了，后来一直找我做。',
  },
  {
    lang: 'zh',
    dimension: 'SELL',
    answer:
      '我当健身教练，有个会员体验完说太贵要走。我没有马上降价，问她想练什么，她说腰疼想瘦肚子。我给她做了体测，体脂百分之三十四，排了一个三个月的计划，先买十二节试试。她练了一个月腰不疼了，续了四十八节，还带了同事来办卡。',
  },
  {
    lang: 'zh',
    dimension: 'ADAPT',
    answer:
      '我带团去张家界，第二天大雾索道停了，二十六个客人都不高兴。我马上跟地接联系，把第三天的溶洞换到当天，跟景区确认门票能顺延，又在车上跟客人解释清楚。第三天一早六点上山，看到了云海，回来评价都是五星。',
  },
  {
    lang: 'zh',
    dimension: 'PLAN',
    answer:
      '我做婚礼策划，同一个周六接了三场。我把三场的流程按十五分钟排在一张表上，花艺错开，音响备了两套，每场留一个能拍板的人。有一场新娘堵车晚了四十分钟，我把敬茶挪到后面，酒店出菜往后推二十分钟，三场都顺利结束。',
  },
  {
    lang: 'zh',
    dimension: 'TEAM',
    answer:
      '大二的时候我们班参加运动会，十个同学接力，两个主力闹矛盾不肯练。我分别找他们聊，原来是为了谁跑最后一棒。我让大家各跑三次掐时间，按成绩定棒次，每天下课练半小时，最后拿了年级第三，比上一年快了六秒。',
  },
  {
    lang: 'zh',
    dimension: 'RESP',
    answer:
      '我没上过班，在家照顾孩子六年。去年我在小区做团长，有一回送来的草莓坏了一半，供货的不认。我先把钱垫给三十多户邻居，拍照跟平台申诉，三天后退回来了。以后我要求到货当面开箱，一直做到现在没有人亏过。',
  },
  {
    lang: 'zh',
    dimension: 'PROB',
    answer:
      '我在鱼塘养鱼，去年七月早上发现鱼浮头，我先把增氧机全打开，测溶氧只有两毫克，看水色是倒藻了。换了三分之一的水，撒了增氧片，停料一天，中午鱼就下去了，死了二十来斤。后来我装了溶氧探头，低于四就自动开机。',
  },
  {
    lang: 'zh',
    dimension: 'QUAL',
    answer:
      '我在后厨做冷菜，每天开档前我自己尝一遍，量冰箱温度。有一次发现酱牛肉闻着不对，保质期还没到，我就没让上，跟厨师长说了，一查是冰箱密封条坏了，夜里升到了十二度。换了密封条，那一批都扔了。',
  },
  {
    lang: 'zh',
    dimension: 'LEARN',
    answer:
      '我之前在花店打工，什么都不会。老板娘教我认花，我每天拍十种回家背，醒花、打刺、包花束看她做一遍我做三遍，包坏的自己买下来。两个月我能独立接单了，七夕那天包了四十六束。',
  },
  {
    lang: 'zh',
    dimension: 'LEAD',
    answer:
      '我在学校当过合唱团团长，四十个人总有一半迟到。我把人分成四个声部，每个声部选一个长，迟到的由声部长去问原因，又把练习从晚上改到中午。一个月以后出勤到了九成，比赛拿了二等奖，下一届还是这么管。',
  },
  {
    lang: 'zh',
    dimension: 'MOTI',
    answer:
      '我喜欢打游戏，但不只是玩，大学四年我做了一个十二万粉的攻略号，每周更新两期，评论我都回。应聘游戏运营是因为我想知道玩家为什么走，我把你们去年三个版本的活动都玩了，写了一份留存的分析带来。',
  },
  {
    lang: 'zh',
    dimension: 'LIS',
    answer:
      '我在幼儿园带小班，有个孩子每天早上哭着不肯进来。我蹲下来问他，他不说，我就陪他在门口看鱼，第三天他说怕睡午觉做梦。我跟妈妈讲了，让他带自己的小熊睡，我坐在他床边，一个星期以后就不哭了。',
  },
  {
    lang: 'en',
    dimension: 'SERV',
    answer:
      'I groom dogs in a pet salon. A customer was upset because I had cut the ears of her poodle too short. I apologised, asked for a photo of how she likes it, offered two free trims and called her after a week. She has stayed with us since.',
  },
  {
    lang: 'en',
    dimension: 'ADAPT',
    answer:
      'As a tour guide I had 26 guests when the cable car closed because of fog. I called the cave, swapped the two days, checked that the tickets stayed valid and explained it on the bus. We went up at six the next morning and every review had five stars.',
  },
  {
    lang: 'en',
    dimension: 'TEAM',
    answer:
      'At school our relay team fell out over who should run last. I talked to both of them separately, suggested that everybody runs three times against the clock and that the times decide. We trained half an hour a day and came third.',
  },
  {
    lang: 'en',
    dimension: 'SELL',
    answer:
      'I was a fitness coach. A member said that the course was too expensive. I asked what she wanted, measured her, made a plan for twelve lessons and let her try one. After a month her back no longer hurt and she booked 48 more.',
  },
];
