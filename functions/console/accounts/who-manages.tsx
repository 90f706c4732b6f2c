import { type Account, canAct } from '../../domain/account.ts';

/** For people who may not manage accounts: who may, by name. */
export function WhoManages({ accounts }: { readonly accounts: readonly Account[] }) {
  const managers = accounts.filter((account) => canAct(account, 'people')).map(({ id, name }) => name ?? id);
  return (
    <p class="crier-quiet">
      Only operations staff can invite people and change accounts.{' '}
      {managers.length > 0
        ? `Ask ${LIST.format(managers)}.`
        : 'No one has that role yet: ask the engineers who set up Crier for your court.'}
    </p>
  );
}

const LIST = new Intl.ListFormat('en-US', { type: 'disjunction' });
