/** Traditional characters of the words by which headings, labels, schools, employers, posts and cities are known. */
const pairs =
  '係系倉仓個个備备傳传價价優优兒儿劃划動动務务勢势勵励區区協协員员問问單单國国園园圖图團团執执場场學学實实寧宁審审寫写專专導导屆届層层島岛師师幣币幹干庫库廈厦廠厂廣广廳厅從从徵征愛爱態态' +
  '慶庆應应採采據据時时書书會会東东業业榮荣樓楼標标機机檢检歲岁歷历氣气淨净測测準准漢汉潔洁濟济瀋沈灣湾為为無无煙烟營营狀状獎奖獲获現现環环產产畢毕畫画發发監监碩硕碼码礦矿稅税稱称節节範范' +
  '簡简紙纸級级紡纺紹绍組组絡络經经綜综維维網网緊紧線线編编練练縣县總总績绩織织繫系纜缆習习聯联聲声職职臺台與与興兴萬万藝艺藥药蘇苏蘭兰處处號号術术裝装製制見见視视計计訊讯記记設设評评話话' +
  '認认語语課课證证譯译護护譽誉讀读財财貨货責责貴贵買买貿贸資资賓宾賣卖質质賬账購购車车軟软輯辑輸输辦办農农連连運运達达遞递郵邮鄉乡鄭郑醫医銀银銷销鎮镇長长門门開开間间關关陽阳隊队際际險险' +
  '張张陳陈劉刘楊杨黃黄吳吴孫孙馬马羅罗謝谢許许韓韩馮冯鄧邓蕭萧葉叶蔣蒋鍾钟賈贾鄒邹陸陆錢钱湯汤嚴严賴赖龐庞龔龚盧卢譚谭閻阎齊齐聶聂莊庄魯鲁溫温歐欧儲储廚厨櫃柜攝摄損损髮发麵面鮮鲜膠胶鋼钢鐵铁鑄铸鋁铝訂订詢询諮咨劑剂療疗復复賽赛籌筹盤盘結结構构橋桥鐘钟錶表紗纱縫缝燈灯燒烧飛飞舖铺鋪铺攤摊憑凭兩两義义軍军幣币離离電电項项領领頭头頻频願愿顧顾飯饭飲饮飾饰養养館馆駕驾駛驶驗验體体點点齡龄龍龙';

const known = new Map<string, string>();
for (let i = 0; i < pairs.length; i += 2) known.set(pairs.charAt(i), pairs.charAt(i + 1));
const traditional = new RegExp(`[${[...known.keys()].join('')}]`, 'g');

/** Spells the known words in simplified characters, for comparing only; every character keeps its place. */
export const simplified = (text: string): string =>
  text.replace(traditional, (char) => known.get(char) ?? char);
