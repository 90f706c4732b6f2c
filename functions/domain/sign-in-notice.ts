/**
 * What people read before they sign in, where the plan has no notice of its own or there is no plan yet. It says what
 * NIST SP 800-53 (AC-8) asks of a government system: that it is one, that use is recorded, that unauthorized use is
 * prohibited, and that going on means consent.
 */
const STANDARD_NOTICE = [
  'This is a government information system. It holds information about people who file with the court. Only people ' +
    'whom the court has authorized may use it, and only for the court’s work.',
  'Sign-ins and what you do here are recorded with your account and the address of your connection. The records may ' +
    'be reviewed, and may be disclosed to those who investigate misuse.',
  'Unauthorized use is prohibited and may lead to disciplinary action, civil liability, or criminal prosecution. By ' +
    'continuing, you consent to this recording and to these terms.',
];

/** The paragraphs of the notice before sign-in. @param plan the active one; `null` before the first */
export function signInNotice(plan: { readonly signInNotice?: string | undefined } | null): readonly string[] {
  const own = plan?.signInNotice?.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  return own?.filter((paragraph) => paragraph !== '') ?? STANDARD_NOTICE;
}
