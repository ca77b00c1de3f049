/** What each step up or down a line of descent leaves. */
const perStep = 0.8;
/** What is left when the lines meet in a top group, which is as wide as a whole specialty. */
const throughTop = 0.5;
/** What is left when they meet further down. */
const throughBranch = 0.75;

/**
 * How close two terms of a tree are, from their paths (top group first, the term itself last).
 *
 * - The same term: 1.
 * - One above the other, n steps apart: 0.8^n. Parent and child have 0.8, grandparent and grandchild 0.64.
 * - Otherwise, when they meet u steps above the one and d above the other: 0.8^(u+d), times 0.5 where they meet in a top
 *   group and 0.75 where they meet below it. Siblings have 0.32 or 0.48, first cousins through a top group 0.2.
 * - Under different top groups: 0.
 *
 * Symmetric, between 0 and 1; no memory is needed, for paths have four steps at most.
 */
export const closenessOf = (a: readonly unknown[], b: readonly unknown[]): number => {
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common += 1;
  if (common === 0) return 0;
  const steps = a.length + b.length - 2 * common;
  const near = perStep ** steps;
  if (common === a.length || common === b.length) return near;
  return near * (common === 1 ? throughTop : throughBranch);
};
