/** The default number of students in the sandbox: thirteen pages of the default size, the last one short. */
export const defaultStudents = 1203;
