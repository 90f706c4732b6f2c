import { testForeignPage } from '../../support/local/test-foreign-page.ts';

// The ways in which an attacker gets furthest; foreign-page.nightly.test.ts tries every origin.
testForeignPage([
  ['from another website', 'evil.example', '127.0.0.1'],
  ['from a name that it made lead to this machine', 'evil.example', 'evil.example'],
]);
