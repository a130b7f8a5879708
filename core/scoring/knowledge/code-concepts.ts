/** What a fragment of code does, in the words that key points use. Reading only: nothing is run. */
const CONCEPTS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:new map|hashmap|dict\(|dict\[|unordered_map|counter\(|defaultdict|map\[|= ?\{\}|object\.create)/u,
    '哈希表 字典 hash map',
  ],
  [/\b(?:new set|hashset|set\(|unordered_set)/u, '集合 去重 set'],
  [/\bdeque|queue|popleft|shift\(\)|poll\(\)|enqueue/u, '队列 queue'],
  [/\bstack|\.push\(.*\.pop\(|\.pop\(\)/su, '栈 stack'],
  [/\bheapq|priorityqueue|heappush|priority_queue/u, '堆 优先队列 heap'],
  [/\b(?:sorted|sort)\b/u, '排序 sort'],
  [/\b(?:for|while|foreach|\.map\(|\.filter\()/u, '遍历 循环 loop'],
  [/\bmid\b.*\b(?:left|lo|low|l)\b|\b(?:left|lo|low)\b.*\bmid\b/su, '二分查找 binary search'],
  [/\b(?:slow|fast)\b.*\b(?:slow|fast)\b|\b(?:left|l|i)\b.*<.*\b(?:right|r|j)\b/su, '双指针 two pointers'],
  [/\bdp\s?\[|\bmemo\b|lru_cache/u, '动态规划 缓存 memo'],
  [/\b(?:prev|pre)\b.*\b(?:next|cur|curr)\b/su, '前驱 指针 反转 pointer'],
  [/\btry\b|\bcatch\b|\bexcept\b|\bfinally\b/u, '异常处理 exception'],
  [
    /\b(?:is none|== ?null|=== ?null|not \w+|!\w+\)|\.length ?={2,3} ?0|len\(\w+\) ?== ?0|=== ?undefined)/u,
    '空值 边界 判断 edge case',
  ],
  [/\basync\b|\bawait\b|promise|thread|goroutine/u, '异步 并发 async'],
  [/\block\b|mutex|synchronized|atomic/u, '加锁 互斥 lock'],
  [/\bassert\b|expect\(|\btest\(/u, '测试 用例 test'],
  [/\bselect\b.*\bfrom\b/su, '查询 sql'],
  [/\bcreate\s+(?:unique\s+)?index\b/u, '索引 index'],
  [/\bjoin\b/u, '连接 关联 join'],
  [/\bgroup by\b/u, '分组 聚合 group'],
];

const LOOKS_LIKE_CODE =
  /[{};]\s*(?:\n|$)|\bdef \w+\(|\bfunction\b|=>|\breturn\b|\bselect\b.+\bfrom\b|\w+\([^)\n]*\)\s*[:{;]/u;

/** Whether a text holds code and not only talk about it. */
export const holdsCode = (text: string): boolean => LOOKS_LIKE_CODE.test(text);

const callsItself = (text: string): boolean => {
  for (const [, name] of text.matchAll(/\b(?:def|function|func|fn)\s+(\w+)\s*\(/gu)) {
    if (name !== undefined && text.split(`${name}(`).length > 2) return true;
  }
  return false;
};

/** Words for the constructs that a text's code uses; empty when it holds no code. */
export const codeConcepts = (text: string): string => {
  if (!holdsCode(text)) return '';
  const found = CONCEPTS.filter(([pattern]) => pattern.test(text)).map(([, concept]) => concept);
  if (callsItself(text)) found.push('递归 recursion');
  return found.join(' ');
};
