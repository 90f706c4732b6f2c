import { type Child, createContext, useContext } from 'hono/jsx';
import type { KeptForm } from '../../aws/kept-forms.ts';

/** The kept form of the page, if it has one. */
const PageForm = createContext<KeptForm | null>(null);
/** The kept form of the form that is being rendered, if it is that one. */
const CurrentForm = createContext<KeptForm | null>(null);

/** Around a page: the forms in it show what was typed into them before, and what was wrong. */
export function PageForms({ form, children }: { readonly form: KeptForm | null; readonly children: Child }) {
  return <PageForm.Provider value={form}>{children}</PageForm.Provider>;
}

interface FormScopeProps {
  /** Path that the form is posted to. */
  readonly action: string;
  /** Hidden values that tell it from the page's other forms with the same action. @default none */
  readonly only?: Readonly<Record<string, string>> | undefined;
  readonly children: Child;
}

/** Around a form's fields. */
export function FormScope({ action, only = {}, children }: FormScopeProps) {
  const form = useContext(PageForm);
  const isThis =
    form?.action === action && Object.entries(only).every(([name, value]) => form.values[name] === value);
  return <CurrentForm.Provider value={isThis ? form : null}>{children}</CurrentForm.Provider>;
}

/** What was typed into a field before, and what was wrong with it. */
interface KeptField {
  /** `undefined`: nothing is known about the field. */
  readonly value: string | undefined;
  readonly problem: string | undefined;
  /** The element's id: a field with a problem has the one that the error summary links to. */
  readonly id: string;
  /** The form was sent before: a box that isn't among its values wasn't ticked. */
  readonly wasSent: boolean;
}

/** Looks up a field in the form around it. @param own what the page itself says about the field */
export function useKeptField(
  name: string,
  own: { readonly problem?: string | undefined; readonly id?: string | undefined } = {},
): KeptField {
  const form = useContext(CurrentForm);
  const problem = form?.problems[name] ?? own.problem;
  const id = problem ? problemId(name) : (own.id ?? name);
  return { value: form?.values[name], problem, id, wasSent: form !== null };
}

/** The id of a field with a problem. Only one form of a page can have problems. */
export function problemId(name: string): string {
  return `fix-${name}`;
}
