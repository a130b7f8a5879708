/** Words that mean the same in job titles, skills and certificates. Extend by adding to a group. */
const groups: readonly (readonly string[])[] = [
  [
    'Java工程师',
    'Java开发',
    'Java开发工程师',
    'Java后端',
    '后端开发',
    '后端工程师',
    '服务端开发',
    '后台开发',
    'backend',
    'back-end',
  ],
  ['前端', '前端开发', '前端工程师', 'Web前端', 'H5开发', 'frontend', 'front-end'],
  ['测试', '软件测试', '测试工程师', 'QA', '质量保证'],
  ['运维', '运维工程师', 'DevOps', 'SRE', '系统管理员'],
  ['算法', '算法工程师', '机器学习', 'machine learning', '深度学习'],
  ['产品经理', '产品', 'product manager'],
  [
    '销售',
    '业务员',
    '销售代表',
    '客户经理',
    '客户代表',
    '业务代表',
    '营业员',
    '导购',
    '置业顾问',
    '电销',
    '招商',
    'BD',
    'sales',
  ],
  ['客服', '客户服务', '售后', '坐席', '话务员', 'customer service'],
  ['运营', '店铺运营', '电商运营', '新媒体运营', '内容运营', 'operations'],
  ['会计', '主办会计', '总账会计', '往来会计', '成本会计', '财务', 'accountant'],
  ['出纳', '资金专员'],
  ['人事', '人力资源', 'HR', 'HRBP', '招聘专员', 'human resources'],
  ['行政', '行政专员', '文员', '前台'],
  ['仓管', '仓库管理', '仓库管理员', '仓储', '库管', '库管员', 'warehouse'],
  ['司机', '驾驶员', '货车司机', '配送司机', 'driver'],
  ['配送', '送货', '骑手', '快递员', '外卖员', '配送员'],
  ['厨师', '炒锅', '厨师长', '后厨', '烹饪', 'chef', 'cook'],
  ['服务员', '楼面', '传菜', '餐厅服务', 'waiter', 'waitress'],
  ['收银', '收银员', 'cashier'],
  ['店长', '门店经理', '门店店长', 'store manager'],
  ['导游', '领队', '讲解员'],
  ['护士', '护理', '责任护士', 'nurse'],
  ['护理员', '护工', '养老护理', '照护'],
  ['教师', '老师', '授课', '教学', 'teacher'],
  ['电工', '维修电工', '设备电工', '电气维修', 'electrician'],
  ['焊工', '电焊', '氩弧焊', 'welder'],
  ['质检', '品检', '质量检验', 'QC', '品质', '质检员'],
  ['操作工', '普工', '生产工', '作业员', 'operator'],
  ['保安', '安保', '秩序维护', '安全员', 'security guard'],
  ['保洁', '清洁', 'cleaner'],
  ['采购', '采购员', '买手', 'procurement', 'buyer'],
  ['设计', '平面设计', 'UI设计', '美工', 'designer'],
  ['Excel', '电子表格', 'Office', 'WPS', '办公软件'],
  ['PPT', 'PowerPoint', '演示文稿'],
  ['Photoshop', 'PS', '修图'],
  ['JavaScript', 'JS', 'ECMAScript'],
  ['TypeScript', 'TS'],
  ['Vue', 'Vue.js', 'Vue3', 'Vue 3', 'Vue2'],
  ['Node.js', 'NodeJS', 'Node'],
  ['Kubernetes', 'K8s'],
  ['SQL', 'MySQL', 'PostgreSQL', 'Oracle', 'SQL Server', '数据库'],
  ['用友', '用友U8', 'U8'],
  ['金蝶', '金蝶K3', 'K3'],
  ['叉车', '叉车驾驶', '叉车司机'],
  ['健康证', '健康证明', '从业人员健康证', '食品健康证', '健康合格证'],
  [
    '电工证',
    '低压电工作业证',
    '高压电工作业证',
    '低压电工证',
    '高压电工证',
    '特种作业操作证(电工)',
    '特种作业操作证（电工）',
    '电工作业',
  ],
  ['焊工证', '焊接与热切割作业', '特种作业操作证（焊接）'],
  ['叉车证', '叉车司机证', 'N1叉车证', '特种设备作业人员证'],
  ['教师资格证', '教师资格', '教师资格证书'],
  ['护士执业证', '护士执业证书', '护士执业资格', '护士资格证', '护士证'],
  ['养老护理员', '养老护理员证', '护理员证'],
  ['初级会计', '初级会计专业技术资格', '初级会计证', '初级会计职称', '助理会计师'],
  ['中级会计', '中级会计专业技术资格', '中级会计职称', '会计师（中级）'],
  ['CPA', '注册会计师'],
  ['道路运输从业资格证', '道路货物运输从业资格证', '货运从业资格证', '从业资格证（货运）'],
  ['食品安全管理员', '食品安全管理员证', '食品安全员', '食品安全师'],
  ['保安员证', '保安证', '保安员上岗证'],
  ['消防设施操作员', '消防证', '建构筑物消防员', '消防中控证'],
  ['导游证', '导游资格证'],
  ['普通话证书', '普通话二级甲等', '普通话二级乙等', '普通话一级', '普通话水平测试'],
  [
    '英语',
    '英语四级',
    '英语六级',
    'CET-4',
    'CET-6',
    'CET4',
    'CET6',
    '大学英语四级',
    '大学英语六级',
    'TEM-4',
    'TEM-8',
    '专四',
    '专八',
    '雅思',
    'IELTS',
    '托福',
    'TOEFL',
    'English',
  ],
  ['英语六级', 'CET-6', 'CET6', '大学英语六级', '六级'],
  ['英语四级', 'CET-4', 'CET4', '大学英语四级', '四级', 'CET-6', 'CET6', '英语六级'],
  ['日语', 'N1', 'N2', 'JLPT', 'Japanese'],
  ['韩语', '朝鲜语', 'TOPIK', 'Korean'],
  ['粤语', '广东话', '白话', 'Cantonese'],
];

/** Driving licences by what they also allow (Order 172 of the Ministry of Public Security, annex 1): a higher class covers lower ones. */
const licences: Readonly<Record<string, readonly string[]>> = {
  C2: ['C2', 'C1', 'B1', 'B2', 'A1', 'A2', 'A3'],
  C1: ['C1', 'B1', 'B2', 'A1', 'A2', 'A3'],
  B2: ['B2', 'A2', 'A1'],
  B1: ['B1', 'A1', 'A2'],
  A2: ['A2'],
  A1: ['A1'],
};

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/**
 * A word with everything that shows the same thing. A driving licence comes with the classes that include it, each
 * written as `C1驾`, `C1照`, `C1证` or `驾驶证C1`.
 */
export function synonymsOf(word: string): readonly string[] {
  const wanted = fold(word);
  const found = new Set([word]);
  // A group speaks for its first word: CET-6 shows 英语, but 英语 does not show CET-6.
  for (const group of groups) {
    const [head = ''] = group;
    if (fold(head) === wanted) for (const other of group) found.add(other);
    else if (group.some((other) => fold(other) === wanted)) found.add(head);
  }
  const broad = new Set([
    '英语',
    '日语',
    '韩语',
    'SQL',
    'Excel',
    '电工证',
    '销售',
    '设计',
    '产品',
    '测试',
    '运营',
  ]);
  if (!broad.has(word)) for (const head of broad) found.delete(head);
  const licence = /([ABC][123])(?=驾|照|证|本|$)|(?:驾照|驾驶证)[:：]?([ABC][123])/i.exec(word);
  const kind = (licence?.[1] ?? licence?.[2])?.toUpperCase();
  for (const own of kind ? (licences[kind] ?? []) : []) {
    for (const form of [
      `${own}驾`,
      `${own}照`,
      `${own}证`,
      `${own}本`,
      `驾驶证${own}`,
      `驾照${own}`,
      `驾驶证（${own}`,
    ])
      found.add(form);
  }
  return [...found];
}

/** Whether a text shows a word or one of its synonyms; Latin words only as whole words. */
export function mentions(text: string, word: string): boolean {
  const hay = text.normalize('NFKC').toLowerCase();
  const tight = hay.replace(/\s+/g, '');
  return synonymsOf(word).some((synonym) => {
    const needle = fold(synonym);
    if (!/^[\w.+#-]+$/.test(needle)) return tight.includes(needle);
    const escaped = needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return (
      new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9+#])`).test(hay) ||
      new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9+#])`).test(tight)
    );
  });
}
