import { writeFileSync } from 'node:fs';

/** Before a command's own file: writes down what the process took when it ends. */
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const took = { cpuMilliseconds: (user + system) / 1000, milliseconds: performance.now() };
  writeFileSync(process.env.CRIER_NOTE_USAGE!, JSON.stringify(took));
});
