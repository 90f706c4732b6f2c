/**
 * The notice shown before sign-in if the plan has none or there is no plan yet. It says what NIST SP 800-53 (AC-8)
 * requires: this is a government system, use is recorded, unauthorized use is prohibited, and continuing means consent.
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
