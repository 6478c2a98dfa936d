import type { Classifier } from '../sighting';
import { alembic } from './alembic';
import { argparse } from './argparse';
import { assembly } from './assembly';
import { behaviour } from './behaviour';
import { bots } from './bots';
import { cli } from './cli';
import { graphql } from './graphql';
import { generatedMessages, grpc } from './grpc';
import { lambda } from './lambda';
import { mcp } from './mcp';
import { models } from './models';
import { observability } from './observability';
import { pages } from './pages';
import { ports } from './ports';
import { program } from './program';
import { settings } from './settings';
import { tasks } from './tasks';
import { web } from './web';

/** Every classifier; a new one is a file beside these, a line here, and its weights in the blueprint. */
export const CLASSIFIERS: readonly Classifier[] = [
  web,
  pages,
  graphql,
  grpc,
  generatedMessages,
  lambda,
  bots,
  cli,
  argparse,
  program,
  mcp,
  settings,
  assembly,
  models,
  alembic,
  ports,
  observability,
  tasks,
  behaviour,
];
