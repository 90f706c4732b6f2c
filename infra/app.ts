import { createApp } from './crier-app.ts';

createApp().synth();
