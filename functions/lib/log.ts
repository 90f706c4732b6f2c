/** Values a log line may hold: codes, ids and numbers. Never an address or a name. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured log: a code (listed with its meaning in docs/logging.md) and its fields. */
export interface Log {
  info(code: string, fields?: LogFields): void;
  error(code: string, fields?: LogFields): void;
}
