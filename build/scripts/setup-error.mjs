/** A failure of the machine's set-up. Its message is one line for the person at the terminal and names the cure. */
export class SetupError extends Error {
  name = 'SetupError';
}
