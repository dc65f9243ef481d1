/** Where to say what went wrong, for a person who looks for the cause later. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
