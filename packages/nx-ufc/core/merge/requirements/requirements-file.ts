/** Paths of files of requirements for pip. */
export const REQUIREMENTS_FILE =
  /(^|\/)(requirements[\w.-]*|[\w.-]*requirements|requirements\/[\w.-]+)\.(txt|in)$/;
