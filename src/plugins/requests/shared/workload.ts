/** How much a department, or a person of it, has in hand. */
export type WorkloadLine = {
  code: string;
  name: string;
  /** registered and not answered, and not registered yet */
  open: number;
  /** of them: the term ends within this week */
  dueThisWeek: number;
  overdue: number;
  /** of them: the applicant has to do something */
  waiting: number;
  /** answered or withdrawn in the last twelve months */
  ended: number;
  /** how many working days an answer of them took; null: none was answered */
  averageDays: number | null;
};

export type Workload = {
  departments: WorkloadLine[];
  /** by who wrote the answer last; without one: not begun */
  handlers: (WorkloadLine & { departmentName: string })[];
};
