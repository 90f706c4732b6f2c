import { type Person, ROLE_NAMES } from '../../domain/person.ts';
import { Hidden } from './action-form.tsx';
import { NAVIGATION, type NavigationPath } from './navigation.ts';

interface PageHeaderProps {
  /** The court's name; `null` before the first plan. */
  readonly court: string | null;
  /** The launch's name. */
  readonly launch: string;
  /** Who is signed in; `null`: no one. */
  readonly person: Person | null;
  readonly current: NavigationPath | undefined;
}

/** The court, who is signed in, and the links to the main pages. */
export function PageHeader({ court, launch, person, current }: PageHeaderProps) {
  return (
    <header class="crier-header">
      <div class="crier-width crier-header__bar">
        <div class="crier-header__name">
          <a class="crier-header__product" href="/">
            Crier
          </a>{' '}
          <span class="crier-header__court">
            {court}
            <span class="crier-header__launch">Launch {launch}</span>
          </span>
        </div>
        {person ? <SignedIn {...person} /> : null}
      </div>
      {person ? <Navigation current={current} /> : null}
    </header>
  );
}

function SignedIn({ name, role, csrf }: Person) {
  return (
    <div class="crier-account">
      <span class="crier-account__person">
        {name}
        <span class="crier-account__role">{ROLE_NAMES[role]}</span>
      </span>{' '}
      <form method="post" action="/sign-out">
        <Hidden name="csrf" value={csrf} />
        <button class="crier-account__sign-out" type="submit">
          Sign out
        </button>
      </form>
    </div>
  );
}

function Navigation({ current }: { current: NavigationPath | undefined }) {
  return (
    <nav class="crier-nav" aria-label="Main">
      <ul class="crier-width">
        {NAVIGATION.map(({ path, label }) => (
          <li>
            <a href={path} aria-current={path === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
