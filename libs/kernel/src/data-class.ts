/** Classes of data by how long they are kept; `A2` is A′ of the matrix. @clause §3.7 */
export const dataClasses = ['A', 'A2', 'E', 'B', 'C', 'S'] as const;
export type DataClass = (typeof dataClasses)[number];
