import { chooseCampaign, takeCampaign } from './campaign.ts';
import { showError } from './run-command.ts';
import './tsx.ts';

// What every command that loads the engine starts with: `--import ./local/lib/register.ts`.
try {
  chooseCampaign(takeCampaign(process.argv));
} catch (error) {
  showError(error);
  process.exit(1);
}
