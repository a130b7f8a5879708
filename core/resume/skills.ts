import { looksLikeCertificate } from './certificates.ts';
import { bareItem, type ListItem, listItems } from './list-items.ts';
import type { Located } from './located.ts';
import type { SkillItem, WorkItem } from './profile.ts';
import type { ResumeLine } from './resume-line.ts';
import { isItem, joinWrapped, withoutNumber } from './resume-line.ts';
import type { Section } from './sections.ts';

/** What a clause about doing something starts with; such a clause names no skill. */
const doing =
  /^(?:能|可|有|具|负责|独立|参与|并|对|从事|通过|善于沟通|良好|较强|以及|完成|解决|带|为|按|根据|每|曾|年|用于|进行|一定|丰富|多年|责任|吃苦|团队|沟通能力)/;
const sentenceTail =
  /(?:的)?(?:日常)?(?:使用与排障|部署|开发|使用|操作|维护|管理|设计|编写|处理|工作|流程|原理|知识|技术|能力|经验|技能)+$/;

/** Skills of all skill sections, in order, each with a sentence of experience that shows it if there is one. */
export function readSkills(
  sections: readonly Section[],
  mixed: readonly ListItem[],
  experience: readonly string[],
): Located<SkillItem>[] {
  const listed = sections
    .filter((section) => section.kind === 'skills')
    .flatMap((section) => joinWrapped(section.lines))
    .flatMap(skillsOfLine);
  const found: Located<SkillItem>[] = [];
  for (const { text, line } of [...listed, ...mixed]) {
    const name = bareItem(text);
    if (!isSkill(name) || found.some((other) => sameSkill(other.item.name, name))) continue;
    const evidence = evidenceFor(name, experience);
    found.push({ item: evidence === null ? { name } : { name, evidence }, lines: [line] });
  }
  return found;
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·.-]/g, '');
const sameSkill = (a: string, b: string): boolean => fold(a) === fold(b);

const isSkill = (name: string): boolean =>
  name.length >= 1 &&
  name.length <= (/[\u3400-\u9fff]/.test(name) ? 16 : 40) &&
  !/^(?:\d+|[\W_]+|等|其他|无|技能|语言|工具|软件)$/u.test(
    name.replace(/[\u3400-\u9fff]+/g, (han) =>
      /^(?:等|其他|无|技能|语言|工具|软件)$/.test(name) ? han : 'x',
    ),
  ) &&
  !doing.test(name);

function skillsOfLine(line: ResumeLine): ListItem[] {
  const sentence = line.cells.length === 1 && line.table === null && isSentence(line);
  if (!sentence) {
    const category =
      /^[^、，,;；/|]{2,8}$/.test(line.text) && line.cells.length === 1 && line.bold && !isItem(line);
    return category && !/[A-Za-z]/.test(line.text) ? [] : listItems([line]);
  }
  return sentenceSkills(withoutNumber(line.text)).map((text) => ({ text, line: line.index }));
}

const isSentence = (line: ResumeLine): boolean => {
  const text = line.text.replace(/[（(][^（）()]*[)）]/g, '');
  if (/^[^:：、，,]{1,20}[:：]\s*(?:精通|熟练|熟悉|掌握|了解|良好|一般)\s*(?:$|[|｜/])/.test(text))
    return false;
  const verb =
    /(?:熟练|精通|熟悉|掌握|了解|会用|能够|具备|具有|使用|擅长|善于|独立|proficient|familiar|experience)/i;
  return verb.test(text) && (text.length > 14 || /[；;。]/.test(text));
};

/** `熟练掌握 Java、Spring Boot，能独立完成…；熟悉 MySQL` → Java, Spring Boot, MySQL. */
function sentenceSkills(text: string): string[] {
  const body = text.replace(/^[^:：、，,;；|]{1,14}[:：]\s*(?=\S)/, '');
  return body.split(/[；;。]/).flatMap((clause) => {
    const parts = clause.split(/[，,]/);
    const out: string[] = [];
    parts.forEach((part, i) => {
      const trimmed = part.trim();
      const verb =
        /(?:熟练(?:掌握|使用|运用|操作|应用)?|精通|熟悉|掌握|了解|会用|会使用|能用|能写|能使用|使用|擅长|proficient (?:in|with)|familiar with|experience (?:in|with))\s*/i.exec(
          trimmed,
        );
      const object = verb ? trimmed.slice(verb.index + verb[0].length) : trimmed;
      if (!verb && i > 0 && doing.test(trimmed)) return;
      if (!verb && i === 0 && doing.test(trimmed)) return;
      out.push(...enumerated(object, verb !== null));
    });
    return out;
  });
}

/** The members of `Docker、Linux 部署`: Latin names are cut free of the Chinese words around them. */
function enumerated(text: string, named: boolean): string[] {
  const items = text.split(
    /、|[/／](?!分|秒|小时|天|月)|\s+(?:and|和|与|或)\s+|(?<=[A-Za-z0-9+#])(?:和|与|及)(?=[A-Za-z])/,
  );
  return items.flatMap((raw) => {
    const item = raw.replace(/(?:等.*)$/, '').trim();
    const latin = /^[A-Za-z][\w+#.]*(?:[ -][A-Za-z0-9][\w+#.]*)*/.exec(item)?.[0];
    if (latin && /[\u3400-\u9fff]/.test(item)) {
      const tail = item.slice(latin.length).trim();
      return /^[\u3400-\u9fff]{2,6}$/.test(tail) &&
        !/^的|部署|开发|使用|管理|页面|编程|语言|框架|等/.test(tail)
        ? [item]
        : [latin];
    }
    const inner = /[A-Za-z][\w+#.]*(?: [A-Z][\w+#.]*)*/.exec(item)?.[0];
    if (inner && item.length > 12) return [inner];
    if (!named && items.length < 2 && !inner) return [];
    const bare = item
      .replace(/^的/, '')
      .replace(items.length > 1 ? /$^/ : /的.*$/, '')
      .trim();
    return bare.length >= 2 && bare.length <= 12
      ? [bare]
      : bare.length > 12
        ? [bare.replace(sentenceTail, '')].filter((rest) => rest.length >= 2 && rest.length <= 12)
        : [];
  });
}

/** Splits the items of a section that mixes skills and certificates. */
export function splitMixed(sections: readonly Section[]): {
  readonly skills: ListItem[];
  readonly certificates: ListItem[];
} {
  const skills: ListItem[] = [];
  const certificates: ListItem[] = [];
  for (const section of sections.filter((candidate) => candidate.kind === 'skills_and_certificates')) {
    const onlyCertificates =
      /证|资格|资质|职称|执照|certif|licen/i.test(section.title) &&
      !/技能|能力|特长|专长|工具|skill/i.test(section.title);
    for (const line of joinWrapped(section.lines)) {
      const label =
        /^([^:：]{2,10})[:：]/.exec(line.text)?.[1] ?? (line.cells.length > 1 ? (line.cells[0] ?? '') : '');
      const items = onlyCertificates ? listItems([line]) : skillsOfLine(line);
      for (const item of items) {
        const named = /证书|资格|证件|职称|证照/.test(label) && label !== item.text;
        if (named || onlyCertificates || looksLikeCertificate(item.text)) certificates.push(item);
        else skills.push(item);
      }
    }
  }
  for (const section of sections.filter((candidate) => candidate.kind === 'skills')) {
    for (const item of section.lines.flatMap((line) => listItems([line]))) {
      if (
        /^(?:CET|TEM|英语[四六]级|大学英语|普通话.{0,2}级|.{0,10}(?:证书|资格证|驾驶证|驾照|[A-C][12]照))/.test(
          item.text,
        ) &&
        item.text.length <= 20
      )
        certificates.push(item);
    }
  }
  return { skills, certificates };
}

/** A sentence of working or project life in which the skill occurs. */
function evidenceFor(name: string, experience: readonly string[]): string | null {
  const wanted = fold(name);
  if (wanted.length < 2 && !/^[rc]$/.test(wanted)) return null;
  const latin = /^[\w+#.]+$/.test(wanted);
  return (
    experience.find((sentence) =>
      latin
        ? new RegExp(`(?<![a-z0-9])${wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z0-9])`).test(
            sentence
              .normalize('NFKC')
              .toLowerCase()
              .replace(/[.-]/g, '')
              .replace(/\s+/g, wanted.length > 8 ? '' : ' '),
          )
        : fold(sentence).includes(wanted),
    ) ?? null
  );
}

/** Sentences of duties, for evidence. */
export function sentencesOf(items: readonly Pick<WorkItem, 'text'>[]): string[] {
  return items
    .flatMap((item) => item.text.split(/\n|(?<=[。；;！])/))
    .map((part) => part.trim())
    .filter((part) => part.length >= 4);
}
