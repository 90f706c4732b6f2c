import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * The grade of the design system's colors that takes a grade's place in the dark theme. Two colors that differ by 50
 * grades have enough contrast for text; so have, with few exceptions, the two that take their places.
 * Source: https://designsystem.digital.gov/design-tokens/color/overview/
 */
const DARK_GRADES: Readonly<Record<number, number>> = {
  1: 90,
  2: 90,
  3: 90,
  4: 90,
  5: 90,
  10: 80,
  20: 70,
  30: 60,
  40: 50,
  50: 40,
  60: 30,
  70: 20,
  80: 10,
  90: 5,
};
/** The page itself, a shade darker than grade 90. */
const EXTREMES: ReadonlyMap<string, string> = new Map([
  ['#fff', '#101214'],
  ['#000', '#fff'],
]);

/** Colors of one family by grade: the ordinary and the vivid ones. */
interface Family {
  readonly plain: ReadonlyMap<number, string>;
  readonly vivid: ReadonlyMap<number, string>;
}

/**
 * Gives the styles a dark theme: each color of the design system becomes a variable with two values.
 * @param tokens folder with the design system's color tokens
 */
export function withDarkTheme(css: string, tokens: string): string {
  const dark = darkColors(tokens);
  const used = new Set<string>();
  // Colors come after a colon, a comma or a space; selectors with # don't look like these.
  const themed = css.replaceAll(/(?<=[:,\s(])#(?:[0-9a-f]{6}|[0-9a-f]{3})(?=[;,\s})!])/g, (color) => {
    if (!dark.has(color)) return color;
    used.add(color);
    return `var(--${color.slice(1)})`;
  });
  const values = (shown: (color: string) => string) =>
    [...used].map((color) => `--${color.slice(1)}:${shown(color)}`).join(';');
  const light = `:root{color-scheme:light dark;${values((color) => color)}}`;
  // Paper is white.
  const screen = `@media screen and (prefers-color-scheme:dark){:root{${values((color) => dark.get(color)!)}}}`;
  const charset = /^(@charset "UTF-8";|\uFEFF)?/.exec(themed)![0];
  return `${charset}${light}${screen}${themed.slice(charset.length)}`;
}

function darkColors(tokens: string): ReadonlyMap<string, string> {
  const families = globSync(`${tokens}/_*.scss`)
    .filter((path) => !/transparent|global|index/.test(basename(path)))
    .map((path) => familyOf(readFileSync(path, 'utf8')));
  const entries = families.flatMap(({ plain, vivid }) =>
    (
      [
        [plain, vivid],
        [vivid, plain],
      ] as const
    ).flatMap(([own, other]) =>
      [...own].flatMap(([grade, color]): [string, string][] => {
        const at = DARK_GRADES[grade];
        const dark = at === undefined ? undefined : (own.get(at) ?? other.get(at));
        return dark ? [[color, dark]] : [];
      }),
    ),
  );
  // The first wins: a color of the same value elsewhere has the same lightness.
  return new Map([...entries.toReversed(), ...EXTREMES]);
}

function familyOf(scss: string): Family {
  const [plain = '', vivid = ''] = scss.split('"vivid"');
  return { plain: gradesIn(plain), vivid: gradesIn(vivid) };
}

function gradesIn(scss: string): ReadonlyMap<number, string> {
  return new Map(
    [...scss.matchAll(/(\d+): (#[0-9a-f]{6})/g)].map(([, grade, color]) => [Number(grade), color!]),
  );
}
