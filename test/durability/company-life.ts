import type { CompanyIds } from '../contract/office-emulator.ts';
import type { Company } from '../emulators/shared/company.ts';

/** What changed, as the platform's event names it. */
export interface LifeEvent {
  readonly kind: 'person' | 'department';
  readonly id: string;
}

const titles = ['店员', '店长', '区域经理', '培训师', '库管'];
const names = ['王芳', '李强', '陈静', '杨洋', '赵敏'];

/** Makes one change after the other, as admins do in a year: people join, move, are renamed and leave; departments too. */
export function companyLife(company: Company, ids: CompanyIds, random: () => number): () => LifeEvent {
  const { departments, people } = company;
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const anyDepartment = () => pick([...departments.keys()]);
  let made = 1000;

  const changePerson = (): LifeEvent => {
    const person = pick([...people.values()]);
    const change = pick(['title', 'name', 'department'] as const);
    people.set(person.id, {
      ...person,
      ...(change === 'title' ? { title: pick(titles) } : {}),
      ...(change === 'name' ? { name: pick(names) } : {}),
      ...(change === 'department' ? { departmentIds: [anyDepartment()] } : {}),
    });
    return { kind: 'person', id: person.id };
  };
  const addPerson = (): LifeEvent => {
    made += 1;
    const id = ids.personId(made);
    const departmentIds = [anyDepartment()];
    people.set(id, {
      id,
      name: pick(names),
      title: pick(titles),
      departmentIds,
      managerId: null,
      state: 'active',
    });
    return { kind: 'person', id };
  };
  const removePerson = (): LifeEvent => {
    const { id } = pick([...people.values()]);
    people.delete(id);
    return { kind: 'person', id };
  };
  const addDepartment = (): LifeEvent => {
    made += 1;
    const id = ids.departmentId(made);
    departments.set(id, { id, parentId: anyDepartment(), name: `新店${made}`, order: made, leaderIds: [] });
    return { kind: 'department', id };
  };
  const renameDepartment = (): LifeEvent => {
    const department = pick([...departments.values()].filter(({ parentId }) => parentId !== null));
    departments.set(department.id, {
      ...department,
      name: `${department.name.slice(0, 6)}${Math.floor(random() * 90)}`,
    });
    return { kind: 'department', id: department.id };
  };
  /** Only an empty one without departments below: the platforms refuse the others. */
  const removeDepartment = (): LifeEvent => {
    const empty = [...departments.values()].filter(
      ({ id, parentId }) =>
        parentId !== null &&
        ![...departments.values()].some((other) => other.parentId === id) &&
        ![...people.values()].some(({ departmentIds }) => departmentIds.includes(id)),
    );
    if (empty.length === 0) return renameDepartment();
    const { id } = pick(empty);
    departments.delete(id);
    return { kind: 'department', id };
  };

  return () => {
    const dice = random();
    if (dice < 0.6) return changePerson();
    if (dice < 0.72) return addPerson();
    if (dice < 0.82 && people.size > 50) return removePerson();
    if (dice < 0.88 && departments.size < 60) return addDepartment();
    if (dice < 0.92) return removeDepartment();
    return renameDepartment();
  };
}
