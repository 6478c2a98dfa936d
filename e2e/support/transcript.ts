import { readFileSync, writeFileSync } from 'node:fs';
import type { RunResult } from './run';

/** A story in Markdown. Its `console` blocks are commands with what they print and their exit codes. */
export interface Transcript {
  /** The next command of the story is this one, and ends as the story says. */
  step(command: string, result: RunResult): void;
  /** No command of the story was left out. With UFC_RECORD=1 the story is written as it went. */
  end(): void;
}

const BLOCK = /```console\n[\s\S]*?```/g;

/** @param normalise makes of an output what is the same on every machine */
export function openTranscript(path: string, normalise: (output: string) => string): Transcript {
  const story = readFileSync(path, 'utf8');
  const blocks = story.match(BLOCK) ?? [];
  const seen: string[] = [];
  const isRecording = process.env.UFC_RECORD === '1';
  return {
    step(command, { output, code }) {
      const block = `\`\`\`console\n$ ${command}\n${normalise(output)}exit ${code}\n\`\`\``;
      seen.push(block);
      if (!isRecording) expect(block).toBe(blocks[seen.length - 1]);
    },
    end() {
      if (isRecording)
        writeFileSync(
          path,
          story.replace(BLOCK, () => seen.shift() ?? ''),
        );
      else expect(seen).toHaveLength(blocks.length);
    },
  };
}
