import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: ['**/node_modules', '**/dist', '**/tmp', '**/.nx', '**/files/**', '**/fixtures/**', '**/*.d.ts'],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-require-imports': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      complexity: ['error', 30],
    },
  },
  // A switch over characters is a table.
  { files: ['packages/nx-ufc/core/python/lexer/operators.ts'], rules: { complexity: 'off' } },
  { files: ['scripts/**', 'bench/**', 'e2e/**'], rules: { 'no-console': 'off' } },
  // Scripts of a page, which share one scope.
  {
    files: ['packages/nx-ufc/reports/**/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(
        ['document', 'window', 'd3', 'report', 'DOMPoint'].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'no-redeclare': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-unused-vars': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['require', 'module', 'process', 'console', 'Buffer', 'URL', 'performance', '__dirname'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
);
