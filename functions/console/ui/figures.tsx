import type { Child } from 'hono/jsx';

interface FiguresProps {
  /** More than a row holds: they are set smaller. @default false */
  readonly many?: boolean;
  /** `Figure` elements. */
  readonly children: Child;
}

/** Numbers in large print, side by side. */
export function Figures({ many = false, children }: FiguresProps) {
  return <dl class={`crier-figures${many ? ' crier-figures--many' : ''}`}>{children}</dl>;
}

interface FigureProps {
  readonly name: Child;
  /** What is in large print. @default nothing */
  readonly main?: Child;
  /** What explains it, in small print. @default nothing */
  readonly children?: Child;
}

/** One number with its name. */
export function Figure({ name, main, children }: FigureProps) {
  return (
    <div class="crier-figure">
      <dt>{name}</dt>
      <dd>
        {main === undefined ? null : <span class="crier-figure__main">{main}</span>}
        {children}
      </dd>
    </div>
  );
}
