// Written for old versions of Node too: no syntax here that Node 12 cannot read, and nothing imported.

/** The oldest Node that runs Benchside; the same as "engines" in package.json. */
export const oldest = [20, 19, 0];

/**
 * What is wrong with this version of Node, or undefined.
 *
 * @param {string} version such as 20.19.0
 */
export const versionProblem = (version) => {
  const parts = version.split('.');
  const difference = oldest.map((wanted, index) => Number(parts[index]) - wanted).find((step) => step !== 0);
  if (difference === undefined || difference > 0) return undefined;
  return (
    `Benchside needs Node ${oldest.join('.')} or newer; this is Node ${version}.\n` +
    'Get a current one from https://nodejs.org, or with a version manager: nvm install 22'
  );
};

/** Ends the process with a message when this Node is too old. */
export const requireNode = () => {
  const problem = versionProblem(process.versions.node);
  if (!problem) return;
  console.error(problem);
  process.exit(1);
};
