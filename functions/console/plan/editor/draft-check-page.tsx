import { counted } from '../../../lib/count.ts';
import type { Page } from '../../ui/layout.tsx';
import type { DraftProblem } from './draft-problems.ts';
import { SECTION_NAMES, SECTIONS, type SectionName } from './sections.ts';

/** A draft that can't take effect yet: what is missing or wrong, by the page that asks for it. */
export function draftProblemsPage(problems: readonly DraftProblem[]): Page {
  const bySection = Map.groupBy(problems, ({ section }) => section);
  const sections = [...SECTION_NAMES, null].filter((name) => bySection.has(name));
  return {
    title: 'This draft isn’t complete',
    back: { href: '/plan/draft', label: 'Draft of the plan' },
    current: '/plan',
    body: (
      <>
        <p>
          <strong>{counted(problems.length, 'problem')} to fix.</strong> Nothing has changed. Fix what is
          listed here, then check the draft again.
        </p>
        {sections.map((name) => (
          <SectionProblems name={name} problems={bySection.get(name)!} />
        ))}
      </>
    ),
  };
}

interface SectionProblemsProps {
  readonly name: SectionName | null;
  readonly problems: readonly DraftProblem[];
}

function SectionProblems({ name, problems }: SectionProblemsProps) {
  return (
    <>
      <h2 id={name ?? 'others'}>{name ? SECTIONS[name].title : 'Elsewhere in the plan'}</h2>
      <ul>
        {problems.map((problem) => (
          <li>{name ? <a href={placeOf(name, problem)}>{problem.message}</a> : problem.message}</li>
        ))}
      </ul>
    </>
  );
}

function placeOf(name: SectionName, { phaseId }: DraftProblem): string {
  return `/plan/draft/${name}${phaseId ? `/${phaseId}` : ''}?problems=yes`;
}
