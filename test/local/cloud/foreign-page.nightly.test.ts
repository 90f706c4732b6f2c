import { testForeignPage } from '../../support/local/test-foreign-page.ts';

testForeignPage([
  ['from another port of this machine', '127.0.0.1', '127.0.0.1'],
  ['from localhost', 'localhost', '127.0.0.1'],
  ['from another website', 'evil.example', '127.0.0.1'],
  ['from a name that it made lead to this machine', 'evil.example', 'evil.example'],
  ['from a website that calls this machine by its name', 'evil.example', 'localhost'],
]);
