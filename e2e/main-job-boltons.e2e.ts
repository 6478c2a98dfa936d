import { itDoesTheMainJob } from './support/main-job';

itDoesTheMainJob({ name: 'boltons', requirements: [], atLeast: 400 });
