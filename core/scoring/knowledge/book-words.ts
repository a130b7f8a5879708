/** Turns of phrase of someone reciting a textbook or a law instead of telling how it is done. */
const RECITAL =
  /是一种|是指|指的是|又叫|又称|被称为|简称|英文(?:缩写|全称|名)|缩写是|由[^,。]{2,20}组成|按[^,。]{2,12}可以?分(?:为|成)|主要(?:有|包括|分为)|根据[^,。]{2,24}(?:原则|规定|要求|法|准则)|按照[^,。]{2,20}(?:法|条例|规定|准则)的?(?:要求|规定)?|应当|不得(?:少于|提前|延后|超过)|(?:朝阳|支柱|新兴)产业|市场空间|随着[^,。]{2,20}(?:提高|发展|进步)|各有(?:优缺点|利弊|千秋)|知识点|背(?:下来|过|得)|考过|学过|课本|书上|教材|\bstands? for\b|\b(?:they|it) belongs? to\b|\bpublished by\b|\blatest version\b|\b(?:advantages and disadvantages|pros and cons)\b|\b(?:is|are) defined as\b|\bthere are (?:\w+ )?(?:types|kinds|terms)\b|\b(?:at|in) (?:university|school|college)\b|\btextbook\b|\bactual needs\b/gu;
const REASON =
  /因为|由于|所以|因此|这样(?:就|才|可以)|否则|不然|如果|为什么|目的是|好处是|避免|防止|保证|才能|从而|\b(?:because|so that|therefore|otherwise|if|since|which means|to avoid|in order to)\b/gu;
const EXAMPLE =
  /例如|比如|举(?:个)?例|譬如|像是|就拿|我(?:们)?(?:上次|之前|以前|曾经|在[^,。]{1,12}(?:时|时候|项目|公司|店|厂))|有(?:一)?次|\b(?:for example|for instance|e\.g\.|once i|last (?:year|month)|in my (?:last|previous))\b/gu;
const COST =
  /o\s?\([a-z0-9^*+² ]{1,12}\)|(?:时间|空间)复杂度|\b(?:constant|linear|quadratic|logarithmic) (?:time|space)\b|常数(?:时间|空间|级)|线性(?:时间|级)|对数(?:时间|级)/gu;

const count = (text: string, pattern: RegExp): number => new Set(text.match(pattern) ?? []).size;

/** How many different recital phrases a text holds. */
export const recitals = (text: string): number => count(text, RECITAL);

/** How many different reasons and conditions it gives. */
export const reasons = (text: string): number => count(text, REASON);

/** Whether it applies what it says to a case. */
export const hasExample = (text: string): boolean => text.search(EXAMPLE) >= 0;

/** How many different statements about cost (O(n) and the like) it makes. */
export const statedCosts = (text: string): number => count(text, COST);
