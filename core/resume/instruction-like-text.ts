/** Sentences that address the software or the reviewer instead of describing a person. */
const patterns: readonly RegExp[] = [
  /(?:忽略|无视|忘记|跳过|不要理会|disregard|ignore|forget)[^。；\n]{0,16}(?:以上|之前|上述|前面|所有|规则|指令|要求|提示|previous|above|prior|all)[^。；\n]{0,20}(?:指令|规则|要求|提示|标准|instructions?|rules?|prompts?|criteria)?/i,
  /(?:系统|system)\s*(?:提示|指令|消息|prompt|message|instruction)s?\s*[:：]/i,
  /(?:将|把|给|请)[^。；\n]{0,14}(?:候选人|此人|该人|本人|我|简历|candidate|applicant)[^。；\n]{0,12}(?:评为|打|判为|标记为|列为|推荐为|评定为)[^。；\n]{0,10}(?:最高|满分|优秀|第一|高分|\d{2,3}\s*分)/i,
  /(?:直接|必须|立即|自动)(?:录用|通过|推荐|进入(?:复试|面试|下一轮))/,
  /(?:rate|score|rank|mark|give)\b[^.\n]{0,30}(?:candidate|applicant|resume|me)\b[^.\n]{0,30}(?:highest|top|full|best|10\s*\/\s*10|100|perfect|excellent)/i,
  /(?:you are|act as|pretend to be|你现在是|你是一个|扮演)[^.。\n]{0,30}(?:assistant|model|AI|recruiter|助手|模型|面试官|招聘)/i,
  /(?:as an? (?:AI|language model)|作为(?:一个)?(?:AI|人工智能|语言模型))/i,
  /(?:recommend|hire|advance|shortlist)\s+(?:this|the)\s+(?:candidate|applicant)\s+(?:immediately|unconditionally|regardless)/i,
  /<\|?(?:im_start|im_end|system|endoftext)\|?>|\[\/?INST\]|\bBEGIN (?:SYSTEM )?PROMPT\b/i,
];

/** Whether a line speaks to the reader's software. It is kept as data, shown to HR and parsed into no field. */
export function isInstructionLike(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
