import { withApi } from './api-process.mjs';

/**
 * What every benchmark with an API of its own does around itself: tells wrong arguments from failures, and ends the process with what
 * came out.
 * @param readArguments throws for what `usage` does not allow
 * @param run gets the API and the arguments; returns the exit code
 */
export async function runBench({ usage, readArguments, options = {}, run }) {
  let wanted;
  try {
    wanted = readArguments();
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
  try {
    await withApi(options, (api) => run(api, wanted));
  } catch (error) {
    console.error(error);
    console.log('\nFAIL');
    process.exitCode = 1;
  }
}
