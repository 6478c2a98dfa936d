import type { Classifier } from '../sighting';
import { seen } from '../sighting';

/** gRPC services: classes on a generated `…Servicer`, and what adds them to a server. */
export const grpc: Classifier = {
  id: 'grpc',
  look(input) {
    const { facts } = input;
    const services = facts.classes
      .filter(({ bases }) => bases.some(({ name }) => /(^|\.)(\w+_pb2_grpc\.)?\w+Servicer$/.test(name)))
      .map(({ name, defLine }) => seen(input, 'rpc-servicer', `servicer ${name}`, defLine));
    const servers = facts.calls
      .filter(({ resolved }) => /^grpc(\.aio)?\.server$/.test(resolved ?? ''))
      .map(({ callee, line }) => seen(input, 'rpc-servicer', `${callee}()`, line));
    return [...services, ...servers];
  },
};
