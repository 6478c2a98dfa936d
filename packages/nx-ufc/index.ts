export { createDependencies } from './graph/create-dependencies';
export { createNodes, createNodesV2, name } from './graph/create-nodes';
