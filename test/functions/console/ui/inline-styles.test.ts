import { describe, expect, it } from 'vitest';
import { inlineStyles } from '../../../../functions/console/ui/inline-styles.ts';

describe('inlineStyles', () => {
  it.each(['console', 'report'] as const)('gives %s without a mark that spoils its first rule', (name) => {
    const styles = inlineStyles(name);
    expect(styles).toContain('.usa-button');
    expect(styles.startsWith('\uFEFF')).toBe(false);
  });
});
