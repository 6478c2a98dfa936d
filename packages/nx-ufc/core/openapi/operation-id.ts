/** FastAPI's rule: name and path with everything but letters, digits and underscores replaced, then the method. */
export function operationIdOf(name: string, path: string, method: string): string {
  return `${`${name}${path}`.replace(/[^\p{L}\p{N}_]/gu, '_')}_${method.toLowerCase()}`;
}
