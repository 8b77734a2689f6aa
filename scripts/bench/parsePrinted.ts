import { z } from 'zod';

/** A line that the program of `name` printed. Throws Error naming it when the line is not what `schema` asks for. */
export function parsePrinted<T>(name: string, line: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(`${name} printed ${JSON.stringify(line.slice(0, 200))}, which it must not: ${why}`, {
      cause: error,
    });
  }
}
