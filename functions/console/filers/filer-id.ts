import * as z from 'zod';
import type { PageContext } from '../http/context.ts';
import { notFound } from '../http/refusal.ts';

const idSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** The filer's id in the path. @throws Refusal when it isn't one */
export function idOf(c: PageContext): string {
  const id = idSchema.safeParse(c.req.param('id'));
  if (!id.success) throw notFound('This filer');
  return id.data;
}
