import { type Finding, pointer } from './finding.ts';
import type { Question, QuestionType } from './schemas/question.ts';

/** A question heard by phone is lost beyond this many Chinese characters. */
const longestSpoken = 64;
/** What a rater needs to find in an answer, by type. */
const fewestKeys: Readonly<Record<QuestionType, number>> = {
  behavioural: 3,
  situational: 3,
  knowledge: 4,
  code: 4,
  introduction: 2,
};

const praise = /很好|不错|真棒|太好了|真厉害|\b(?:great|excellent|well done|impressive)\b/iu;
const hypothetical = /您会怎么|您会先|您会如何/u;

/**
 * Checks what one question means, of the bank, of a pack or of an admin: answerable when heard, sub-asks and keys present,
 * knowledge and code questions with a reference, probes neutral. Wording and languages are checked by `checkTexts`.
 *
 * @param path JSON pointer to the question inside its file, `''` when it stands alone.
 */
export function checkQuestion(question: Question, path = ''): readonly Finding[] {
  return [
    ...checkSpokenText(question, path),
    ...checkContent(question, path),
    ...checkReference(question, path),
    ...checkProbes(question, path),
  ];
}

function checkSpokenText({ text, type }: Question, path: string): Finding[] {
  const findings: Finding[] = [];
  const length = [...text.zh].length;
  const at = pointer(path, 'text', 'zh');
  if (length > longestSpoken) {
    findings.push(
      warning(
        'question-long',
        at,
        `题目有 ${length} 个字，听的时候记不住，请缩到 ${longestSpoken} 字以内`,
        `the Chinese text has ${length} characters and is lost when heard; keep it within ${longestSpoken}`,
      ),
    );
  }
  if ((text.zh.match(/？/gu)?.length ?? 0) > 2) {
    findings.push(
      warning(
        'many-questions',
        at,
        '一口气问了三个以上的问题，请把多出的放到分问里',
        'three or more questions in one breath; move the others to the sub-asks',
      ),
    );
  }
  if (type === 'behavioural' && hypothetical.test(text.zh)) {
    findings.push(
      warning(
        'behavioural-hypothetical',
        at,
        '行为题要问做过的事，这里在问「会怎么做」，请改问经历或改成情景题',
        'a behavioural question asks what was done, this one what would be done; ask for experience or make it situational',
      ),
    );
  }
  return findings;
}

function checkContent({ type, asks, keys }: Question, path: string): Finding[] {
  const findings: Finding[] = [];
  if (asks.length === 0) {
    findings.push(
      warning(
        'no-asks',
        pointer(path, 'asks'),
        '没有分问，系统无法检查答全没有，请至少写一条',
        'no sub-asks, so completeness cannot be checked; write at least one',
      ),
    );
  }
  if (keys.length < fewestKeys[type]) {
    findings.push(
      warning(
        'few-keys',
        pointer(path, 'keys'),
        `评分要点只有 ${keys.length} 条，请补到 ${fewestKeys[type]} 条`,
        `only ${keys.length} key points; write at least ${fewestKeys[type]}`,
      ),
    );
  }
  return findings;
}

function checkReference({ type, keys, dangerous, reference }: Question, path: string): Finding[] {
  if (type !== 'knowledge' && type !== 'code') return [];
  const findings: Finding[] = [];
  if (reference === undefined) {
    findings.push(
      warning(
        'no-reference',
        pointer(path, 'reference'),
        '没有参考答案，请写一段',
        'no reference answer; write one',
      ),
    );
  }
  [...keys, ...(dangerous ?? [])].forEach((key, i) => {
    const group = i < keys.length ? 'keys' : 'dangerous';
    const at = pointer(path, group, i < keys.length ? i : i - keys.length, 'synonyms');
    if ((key.synonyms?.zh.length ?? 0) === 0 || (key.synonyms?.en.length ?? 0) === 0) {
      findings.push(
        warning(
          'no-synonyms',
          at,
          `「${key.text.zh}」没有中英文同义说法，换个说法就认不出，请补充`,
          `“${key.text.en}” has no synonyms in both languages and is missed in other words; add some`,
        ),
      );
    }
  });
  return findings;
}

function checkProbes({ probes }: Question, path: string): Finding[] {
  const findings = probes.flatMap((probe, i) =>
    praise.test(probe.text.zh) || praise.test(probe.text.en)
      ? [
          warning(
            'probe-not-neutral',
            pointer(path, 'probes', i, 'text'),
            '追问里有夸奖的话，会暗示答案，请改成中性的说法',
            'the follow-up praises and so hints at the answer; word it neutrally',
          ),
        ]
      : [],
  );
  if (probes.length > 3) {
    findings.push(
      warning(
        'many-probes',
        pointer(path, 'probes'),
        '追问超过三条，每题最多追问两次，请删减',
        'more than three follow-ups, of which at most two are ever asked; remove some',
      ),
    );
  }
  return findings;
}

function warning(code: string, path: string, zh: string, en: string): Finding {
  return { severity: 'warning', code, path, message: { zh, en } };
}
