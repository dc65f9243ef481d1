import { parentPort } from 'node:worker_threads';
// Before the jobs: it counts what is loaded after it.
import { counter } from './counter';
import { type JobName, jobs } from './jobs';

// The errors of some readers remember the way they came, one for each character.
Error.stackTraceLimit = 0;

// Loading them is no part of the first.
counter.take();

parentPort?.on('message', ([name, ...given]: [JobName, ...unknown[]]) => {
  const job = jobs[name] as (...given: readonly unknown[]) => unknown;
  const result = job(...given);
  parentPort?.postMessage({ steps: counter.take(), result });
});
