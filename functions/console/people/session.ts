import type { ConsoleApp, PageContext } from '../http/context.ts';

/** For the script that warns before a session ends: how long it lasts; a POST is use, and extends it. */
export function registerSession(app: ConsoleApp): void {
  app.get('/session', answer);
  app.post('/session', answer);
}

function answer(c: PageContext): Response {
  c.header('Cache-Control', 'no-store');
  return c.json({ seconds: c.var.sessionSeconds });
}
