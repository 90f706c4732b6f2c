import { App } from 'aws-cdk-lib';
import { buildAssets } from '../assets/build.ts';
import { buildTemplates } from '../templates/build.ts';
import { createApp } from './crier-app.ts';

// The bundles include the templates as they are now; a launch's own replace them: `-c templates=my-launch/templates`.
const overrides: string | undefined = new App({ autoSynth: false }).node.tryGetContext('templates');
await Promise.all([buildTemplates(overrides ? { overrides } : {}), buildAssets()]);
createApp().synth();
