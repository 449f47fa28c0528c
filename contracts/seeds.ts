/** How many students the sandbox holds unless told otherwise: thirteen pages of the default size, the last one short. */
export const defaultStudents = 1203;
