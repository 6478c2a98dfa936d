import { itDoesTheMainJob } from './support/main-job';

itDoesTheMainJob({ name: 'itsdangerous', requirements: ['freezegun'], atLeast: 250, isRepeated: true });
