import { findDates, findRanges } from './dates.ts';
import { type LabelKind, labelKind, labelledValues } from './labels.ts';
import { asAnyName, asLongName } from './person-names.ts';
import { cityOf, isPlace } from './places.ts';
import type { ResumeLine } from './resume-line.ts';
import { matchHeading } from './section-headings.ts';
import type { Section } from './sections.ts';
import { companyScore, titleScore } from './work-words.ts';

/** A value and the line on which it stands. */
export interface Found<T> {
  readonly value: T;
  readonly line: number;
}

const mobile =
  /(?<![\d*])(?:\(?(?:\+|00)?86\)?[\s-]*)?(1[3-9]\d(?:(?:[\s-]?\d){8}|[.·]\d{4}[.·]\d{4}))(?![\d*])/g;
const foreign =
  /(?<![\w.@])\+(?!86)\d{1,3}[\s-]?(?:\(\d{1,5}\)[\s-]?)?\d(?:[\s.-]?\d){6,12}(?![\w@])|(?<![\w.@+])\(?[2-9]\d{2}\)?[\s.-]\d{3}[\s.-]\d{4}(?![\w@])/g;
/** Mobile numbers of Taiwan (`0912-345-678`) and, behind a label only, of Hong Kong and Macau (eight digits). */
const islands = /(?<![\d*+-])(?:09\d{2}[\s-]?\d{3}[\s-]?\d{3}|[569]\d{3}[\s-]?\d{4})(?![\d*-])/g;
const mail = /[A-Za-z0-9][A-Za-z0-9._%+-]*\s?@\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/;
const otherPerson =
  /证明人|推荐人|紧急联系|联系人|家长|父亲|母亲|配偶|兄弟|姐妹|担保人|介绍人|背调|referee|emergency/i;

/** Lines that may speak of the person: everything but referees and family. */
export function ownLines(sections: readonly Section[]): ResumeLine[] {
  return sections.filter((section) => section.kind !== 'contacts').flatMap((section) => section.lines);
}

/** The person's own mobile number, 11 digits (or `+…` abroad). Masked and other people's numbers give null. */
export function findPhone(sections: readonly Section[]): Found<string> | null {
  const candidates: { value: string; line: number; weight: number }[] = [];
  for (const section of sections) {
    if (section.kind === 'contacts') continue;
    for (const line of section.lines) candidates.push(...phonesIn(line, section));
  }
  const best = candidates.sort((a, b) => b.weight - a.weight || a.line - b.line)[0];
  return best ? { value: best.value, line: best.line } : null;
}

function phonesIn(line: ResumeLine, section: Section): { value: string; line: number; weight: number }[] {
  const entries = /^(?:work|project|education|campus|training)$/.test(section.kind);
  return line.cells.flatMap((cell, i) => {
    const text = cell.replace(/[A-Za-z0-9._%+-]+@[\w.-]+/g, (address) => ' '.repeat(address.length));
    const numbers = [
      ...[...text.matchAll(mobile)].map((match) => ({
        value: (match[1] ?? '').replace(/\D/g, ''),
        at: match.index,
      })),
      ...[...text.matchAll(foreign), ...text.matchAll(islands)].map((match) => ({
        value: match[0].replace(/[^\d+]/g, ''),
        at: match.index,
      })),
    ];
    const before = `${line.cells[i - 1] ?? ''} `;
    return numbers.flatMap(({ value, at }) => {
      const lead = `${i > 0 ? before : ''}${text.slice(0, at)}`.slice(-24);
      if (otherPerson.test(lead) || (entries && (line.table !== null || otherPerson.test(line.text))))
        return [];
      const labelled = /(?:[电電][话話]|手[机機]|联系|号码|tel|phone|mobile|cell)/i.test(lead) ? 2 : 0;
      if (value.length === 8 && labelled === 0) return [];
      return [
        {
          value,
          line: line.index,
          weight: labelled + (section.kind === 'basic' ? 2 : 0) - (entries ? 3 : 0),
        },
      ];
    });
  });
}

/** The person's mail address, lower case kept as written; other people's addresses give null. */
export function findMail(sections: readonly Section[]): Found<string> | null {
  for (const line of ownLines(sections)) {
    for (const cell of line.cells) {
      const match = mail.exec(cell);
      if (match && !otherPerson.test(cell.slice(0, match.index).slice(-16))) {
        return { value: match[0].replace(/\s/g, ''), line: line.index };
      }
    }
  }
  return null;
}

const valuesOf = (lines: readonly ResumeLine[], kind: LabelKind): Found<string>[] =>
  lines.flatMap((line) =>
    labelledValues(line)
      .filter((pair) => pair.kind === kind && pair.value !== '')
      .map((pair) => ({ value: pair.value, line: line.index })),
  );

/** The person's name: behind its label, else the most prominent name in the résumé's head. */
export function findName(sections: readonly Section[]): Found<string> | null {
  const lines = ownLines(sections);
  for (const { value, line } of valuesOf(lines, 'name')) {
    const name = asAnyName(value.split(/\s{2,}|[|｜,，/（()）]|\s(?=性别|男|女)/)[0] ?? '', true);
    if (name !== null) return { value: name, line };
  }
  const spoken = lines.map((line) => ({
    line,
    match:
      /(?:我叫|我是|本人姓名|姓名是|本人|鄙人|^姓名)\s*([\u3400-\u9fff·]{2,10}?)(?=[，,。.、\s（(]|$)/.exec(
        line.text,
      ),
  }));
  for (const { line, match } of spoken) {
    const name = match ? asAnyName(match[1] ?? '', false) : null;
    if (name !== null) return { value: name, line: line.index };
  }
  return prominentName(sections);
}

function prominentName(sections: readonly Section[]): Found<string> | null {
  const head = sections[0]?.kind === 'basic' && sections[0].title === '' ? sections[0].lines : [];
  const basics = sections.filter((section) => section.kind === 'basic').flatMap((section) => section.lines);
  const all = ownLines(sections);
  const pool = [...head.slice(0, 14), ...basics.slice(0, 20), ...all.slice(0, 6)];
  const candidates = pool.flatMap((line, order) => nameIn(line).map((value) => ({ value, line, order })));
  const largest = Math.max(0, ...all.map((line) => line.fontSize));
  candidates.push(
    ...all
      .filter((line) => line.fontSize > 0 && line.fontSize >= largest - 0.5 && !pool.includes(line))
      .flatMap((line) => nameIn(line).map((value) => ({ value, line, order: 30 }))),
  );
  if (candidates.length === 0)
    candidates.push(
      ...pool
        .filter(
          (line) =>
            line.fontSize > 0 && all.every((other) => other === line || other.fontSize < line.fontSize),
        )
        .flatMap((line, order) => {
          const value = line.cells.length === 1 && titleScore(line.text) === 0 ? asLongName(line.text) : null;
          return value === null || companyScore(value) > 0 ? [] : [{ value, line, order }];
        }),
    );
  candidates.sort((a, b) => b.line.fontSize - a.line.fontSize || a.order - b.order);
  const best = candidates[0];
  return best ? { value: best.value, line: best.line.index } : null;
}

/** A name that is a whole cell, the first word of one, or stands before `个人简历`. */
function nameIn(line: ResumeLine): string[] {
  if (line.cells.length > 5 || matchHeading(line.text)?.rest === '' || findRanges(line.text).length > 0)
    return [];
  return line.cells.slice(0, 2).flatMap((cell) => {
    const plain = cell
      .replace(/^(?:个人)?简历\s*[-—–:：|·]?\s*/, '')
      .replace(/[（(][^）)]*[)）]/g, ' ')
      .trim();
    const pieces = [
      plain,
      ...plain.split(/\s*[|｜/·•—–,，_-]\s*|\s{2,}/),
      plain.split(/\s+/)[0] ?? '',
      plain.split(/\s+/).slice(0, 3).join(''),
    ];
    for (const piece of pieces) {
      if (piece === '' || labelKind(piece) !== null) continue;
      const name = asAnyName(piece);
      if (name !== null && companyScore(name) < 2 && !isPlace(name) && titleScore(name) < 3) return [name];
    }
    return [];
  });
}

/** Where the person lives now, without 市: labelled, said (`现居武汉`), or a place alone in the contact lines. */
export function findCity(sections: readonly Section[]): Found<string> | null {
  const lines = ownLines(sections);
  for (const { value, line } of valuesOf(lines, 'city')) {
    const city = cityOf(value);
    if (city !== null) return { value: city, line };
  }
  for (const line of lines) {
    const said =
      /(?:现居住?(?:于|在|地)?|目前居住(?:在|于)?|居住(?:在|于)|家住|家在|住在|坐标|现住(?:址|在)?|所在地|(?:lives?|living|based|located) in)[:：\s]*([^\s|｜，,。；;、]{2,14}(?:[\s·•-]{1,3}[\u3400-\u9fff]{2,6})?)/i.exec(
        line.text,
      );
    const city = said && !/^(?:工作|期望|希望)/.test(said[1] ?? '') ? cityOf(said[1] ?? '') : null;
    if (city !== null) return { value: city, line: line.index };
  }
  return cityInHead(sections);
}

function cityInHead(sections: readonly Section[]): Found<string> | null {
  const head = sections.filter((section) => section.kind === 'basic').flatMap((section) => section.lines);
  for (const line of head.slice(0, 24)) {
    if (/期望|意向|希望|求职|应聘|籍贯|户籍|户口|老家|生源|desired|expected/i.test(line.text)) continue;
    const parts = line.cells.flatMap((cell) =>
      cell.split(/\s*[|｜丨│•;；]\s*|\s+[/·-]\s+|(?<=[\u3400-\u9fff\d])\/(?=[\u3400-\u9fff\d])|\s{2,}/),
    );
    const words = parts.flatMap((part) => (/@|1[3-9]\d{9}/.test(part) ? part.split(/\s+/) : []));
    const pieces = [...parts, ...words];
    for (const piece of pieces) {
      const text = piece.trim();
      if (text.length < 2 || /人$|\d{4}/.test(text)) continue;
      const address =
        /^(?:[\u3400-\u9fff]{2,4}省)?[\u3400-\u9fff]{2,6}市[\u3400-\u9fff]{0,12}(?:区|县|镇|街道|路|号)?/.test(
          text,
        );
      if ((isPlace(text) || address || isLatinPlace(text)) && cityOf(text) !== null)
        return { value: cityOf(text) as string, line: line.index };
    }
  }
  return null;
}

const isLatinPlace = (text: string): boolean =>
  /^[A-Z][A-Za-z ]{2,20}(?:,\s*[A-Z][A-Za-z. ]{1,20}){0,2}$/.test(text);

/** The year of birth, kept for the minors' rule only. An age gives none: it would be a guess. */
export function findBirthYear(sections: readonly Section[]): Found<number> | null {
  const lines = sections
    .filter((section) => /^(?:basic|summary|unknown)$/.test(section.kind))
    .flatMap((section) => section.lines);
  for (const { value, line } of valuesOf(lines, 'birth')) {
    const year = Number(/(?:19|20)\d{2}/.exec(value)?.[0]);
    if (isBirthYear(year)) return { value: year, line };
  }
  for (const line of lines) {
    const said =
      /(?:生于\s*)?((?:19|20)\d{2})\s*[年./-]?\s*(?:\d{1,2}\s*月?)?\s*(?:\d{1,2}\s*日?)?\s*(?:出生|生(?![产活]))|(?:born)\s.*?((?:19|20)\d{2})/i.exec(
        line.text,
      );
    const alone = line.cells
      .flatMap((cell) => cell.split(/\s*[|｜·•,，/]\s*|\s{2,}/))
      .map(
        (piece) =>
          /^(?:\d{2}岁\s*[（(])?((?:19[5-9]|20[01])\d)\s*[年.-]\s*\d{1,2}\s*月?\s*[)）]?$/.exec(
            piece.trim(),
          )?.[1],
      )
      .find((year) => year !== undefined);
    const year = Number(said?.[1] ?? said?.[2] ?? alone);
    if (isBirthYear(year) && findRanges(line.text).length === 0 && findDates(line.text).length < 3)
      return { value: year, line: line.index };
  }
  return null;
}

const isBirthYear = (year: number): boolean => year >= 1940 && year <= 2015;
