/** A month (`YYYY-MM`), a bare year (`YYYY`), still going on (`present`), or not stated (null). Never completed by guessing. */
export type ResumeDate = string | null;

export type Degree = '初中' | '高中' | '中专' | '大专' | '本科' | '硕士' | '博士';

export interface EducationItem {
  readonly school: string;
  readonly degree: Degree | null;
  readonly major: string | null;
  readonly from: ResumeDate;
  readonly to: ResumeDate;
  /** 全日制, 自考, 函授, 在职 … as written; absent when not stated. */
  readonly mode?: string;
}

export interface WorkItem {
  readonly company: string;
  readonly title: string | null;
  readonly from: ResumeDate;
  readonly to: ResumeDate;
  /** Duties as written. */
  readonly text: string;
}

export interface ProjectItem {
  readonly name: string;
  readonly role: string | null;
  readonly from: ResumeDate;
  readonly to: ResumeDate;
  readonly text: string;
}

export interface SkillItem {
  readonly name: string;
  /** A sentence of experience that shows the skill in use; a skill without one counts half in screening. */
  readonly evidence?: string;
}

/** Something that the reader should know about the file: what could not be read, what was hidden, what was left out. */
export interface ResumeWarning {
  readonly code:
    | 'hidden_text'
    | 'needs_ocr'
    | 'password_protected'
    | 'truncated'
    | 'unsupported_format'
    | 'empty'
    | 'too_large'
    | 'encoding_guessed'
    | 'damaged'
    | 'field_uncertain'
    | 'instruction_like_text';
  readonly detail?: string;
}

/** The facts of a résumé. Unknown is null, never guessed. Protected attributes (sex, age, 婚育, 籍贯 …) are not fields of it. */
export interface ResumeProfile {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Only kept for the minors' rule (R15); masked everywhere else. */
  readonly birthYear: number | null;
  readonly city: string | null;
  readonly years: number | null;
  readonly education: readonly EducationItem[];
  readonly work: readonly WorkItem[];
  readonly projects: readonly ProjectItem[];
  readonly skills: readonly SkillItem[];
  readonly certificates: readonly string[];
  readonly language: 'zh' | 'en';
  readonly warnings: readonly ResumeWarning[];
}
