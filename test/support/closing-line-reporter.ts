import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Prints `N passed, N failed` alone on the last line, over all projects. A file that cannot be collected and an error
 * outside every test each count as one failure, so the line never says 0 while the exit code says otherwise.
 */
export class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0;
    let failed = unhandled.length;
    for (const module of modules) {
      let failedInside = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failedInside += 1;
      }
      const suiteErrors = [...module.children.allSuites()].filter(
        (suite) => suite.errors().length > 0,
      ).length;
      failed += failedInside + suiteErrors + module.errors().length;
    }
    // Written when the process ends, after the summary of the default reporter and whatever else prints late.
    process.once('exit', () => {
      process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
    });
  }
}
