import { itDoesTheMainJob } from './support/main-job';

itDoesTheMainJob({
  name: 'tinydb',
  requirements: ['pytest-pycodestyle', 'pytest-cov', 'pycodestyle', 'pyyaml', 'pytest-mypy'],
  atLeast: 190,
});
