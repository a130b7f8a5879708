/** A department as every emulator knows it; ids are made by the platform at hand. */
export interface Department {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  /** Smaller stands first; emulators turn it round where their platform does. */
  readonly order: number;
  readonly leaderIds: readonly string[];
}

export interface Employee {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly departmentIds: readonly string[];
  readonly managerId: string | null;
  readonly state: 'active' | 'inactive' | 'disabled' | 'resigned';
}

/** The company behind an emulator; a test changes it as an admin would. */
export interface Company {
  readonly departments: Map<string, Department>;
  readonly people: Map<string, Employee>;
}

const familyNames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const givenNames = ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '洋', '艳', '勇', '军'];
const work = ['门店', '仓储', '客服', '生产', '研发', '人事', '财务', '市场'];

/** A made company: a tree of departments four wide, people spread over them, some in two. The first department is the root. */
export function madeCompany(size: {
  readonly departments: number;
  readonly people: number;
  readonly rootId?: string;
  readonly departmentId?: (n: number) => string;
  readonly personId?: (n: number) => string;
}): Company {
  const { rootId = '1', departmentId = (n) => String(n + 1), personId = (n) => `u${n}` } = size;
  const ids = Array.from({ length: size.departments }, (_, n) => (n === 0 ? rootId : departmentId(n)));
  const company: Company = { departments: new Map(), people: new People() };
  ids.forEach((id, n) => {
    company.departments.set(id, {
      id,
      parentId: n === 0 ? null : (ids[Math.floor((n - 1) / 4)] ?? rootId),
      name: n === 0 ? '晨光连锁有限公司' : `${work[n % work.length]}${n}部`,
      order: n,
      leaderIds: size.people > n ? [personId(n)] : [],
    });
  });
  for (let n = 0; n < size.people; n += 1) {
    const home = ids[n % ids.length] ?? rootId;
    const second = ids[(n * 7 + 3) % ids.length] ?? rootId;
    company.people.set(personId(n), {
      id: personId(n),
      name: `${familyNames[n % 10]}${givenNames[(n * 5) % 12]}${givenNames[(n * 7 + 1) % 12]}`,
      title: n % 9 === 0 ? '店长' : '店员',
      departmentIds: n % 10 === 0 && second !== home ? [home, second] : [home],
      managerId: n < ids.length ? null : personId(n % ids.length),
      state: n % 50 === 49 ? 'inactive' : 'active',
    });
  }
  return company;
}

/** People by id who are also at hand by department: a company of ten thousand is asked for eight hundred lists. */
class People extends Map<string, Employee> {
  // Made when first used: the parent's constructor knows nothing of it.
  #byDepartment: Map<string, Map<string, Employee>> | undefined;

  override set(id: string, person: Employee): this {
    this.#forget(id);
    this.#byDepartment ??= new Map();
    for (const department of person.departmentIds) {
      const there = this.#byDepartment.get(department) ?? new Map<string, Employee>();
      this.#byDepartment.set(department, there.set(id, person));
    }
    return super.set(id, person);
  }

  override delete(id: string): boolean {
    this.#forget(id);
    return super.delete(id);
  }

  in(departmentId: string): readonly Employee[] {
    return [...(this.#byDepartment?.get(departmentId)?.values() ?? [])];
  }

  #forget(id: string): void {
    for (const department of this.get(id)?.departmentIds ?? [])
      this.#byDepartment?.get(department)?.delete(id);
  }
}

/** People directly in a department, in the order in which they came there. */
export const peopleIn = ({ people }: Company, departmentId: string): readonly Employee[] =>
  people instanceof People
    ? people.in(departmentId)
    : [...people.values()].filter((person) => person.departmentIds.includes(departmentId));
