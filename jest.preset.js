/** Shared Jest settings; the two projects (unit, e2e) add where their tests are. */
module.exports = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.[mc]?[tj]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // These packages are published as ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(toml-eslint-parser|smol-toml|@renovatebot/pep440|eslint-visitor-keys)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/tmp', '/files/'],
};
