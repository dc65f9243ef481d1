import { WorkerPool } from '../../../src/node/workerPool';
import { workerScript } from '../node/archiveFolder';

/** The threads that all commands of a test run share: to start some for each takes longer than most of the commands. */
export const keptThreads = { workerScript, pool: new WorkerPool({ script: workerScript }) };
