/** A step that cannot go on: `message` says what, `advice` what to do, `output` what the tool printed. */
export class StepFailure extends Error {
  constructor(message, { advice = '', output = '', exitCode = 1 } = {}) {
    super(message);
    this.advice = advice;
    this.output = output;
    this.exitCode = exitCode;
  }
}
