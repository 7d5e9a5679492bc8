/** Accents an owner can choose by name: chroma and hue in OKLCH. */
const NAMED: ReadonlyMap<string, readonly [chroma: number, hue: number]> = new Map([
  ['blue', [0.19, 255]],
  ['indigo', [0.19, 275]],
  ['violet', [0.2, 300]],
  ['pink', [0.2, 350]],
  ['red', [0.19, 25]],
  ['orange', [0.15, 50]],
  ['green', [0.14, 150]],
  ['teal', [0.1, 190]],
  ['gray', [0, 0]],
]);

export const accentNames: readonly string[] = [...NAMED.keys()];

/** A colour in OKLCH: lightness 0–1, chroma from 0, hue in degrees. */
interface Lch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

/** The accent in one theme, each `#rrggbb`. */
export interface ThemeAccent {
  /** Links, buttons, marks and the outline of what has the focus. */
  readonly accent: string;
  /** The ground of what is chosen or set apart; the accent is written on it too. */
  readonly soft: string;
}

/** What the accent has to be read against: the grounds of the page in tokens.css, its text on buttons last. */
const GROUNDS = {
  light: ['#ffffff', '#f7f8fa', '#ffffff'],
  dark: ['#0f1218', '#161a22', '#1a1f29'],
} as const;

/** WCAG 2.2, 1.4.3 at level AA; a little more than its 4.5, so that rounding never falls below. */
const CONTRAST = 4.6;

/**
 * The accent of both themes for an owner's colour: its hue, with the nearest lightness that can be read, as
 * text on every ground and under the text of buttons.
 *
 * @param colour - `#rgb`, `#rrggbb` or one of `accentNames`
 * @returns nothing when the colour is neither
 */
export function deriveAccent(colour: string): { readonly light: ThemeAccent; readonly dark: ThemeAccent } | undefined {
  const given = parseColour(colour);
  if (!given) return undefined;
  const { chroma, hue } = given;
  const softLight = hexOf({ lightness: 0.965, chroma: Math.min(chroma / 10, 0.018), hue });
  const softDark = hexOf({ lightness: 0.26, chroma: Math.min(chroma / 4, 0.045), hue });
  return {
    light: { accent: readable(given, -0.004, [...GROUNDS.light, softLight]), soft: softLight },
    // Strong colours glow on dark grounds.
    dark: {
      accent: readable({ ...given, chroma: Math.min(chroma, 0.14) }, 0.004, [...GROUNDS.dark, softDark]),
      soft: softDark,
    },
  };
}

/** A style sheet that sets the tokens of the accent; empty where the owner has none. */
export function accentSheet(colour: string | undefined): string {
  const derived = colour === undefined ? undefined : deriveAccent(colour);
  if (!derived) return '';
  const { light, dark } = derived;
  return `@layer tokens {
  :root {
    --color-accent: light-dark(${light.accent}, ${dark.accent});
    --color-accent-soft: light-dark(${light.soft}, ${dark.soft});
    --color-focus: light-dark(${light.accent}, ${dark.accent});
  }
}
`;
}

/** WCAG 2.2 "contrast ratio" of two colours, `#rrggbb`: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** The colour made darker or lighter until it contrasts with every ground. */
function readable(colour: Lch, step: number, grounds: readonly string[]): string {
  let { lightness } = colour;
  let hex = hexOf(colour);
  while (grounds.some((ground) => contrast(hex, ground) < CONTRAST) && lightness + step > 0 && lightness + step < 1) {
    lightness += step;
    hex = hexOf({ ...colour, lightness });
  }
  return hex;
}

function parseColour(colour: string): Lch | undefined {
  const named = NAMED.get(colour);
  if (named) return { lightness: 0.52, chroma: named[0], hue: named[1] };
  const hex = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour) ? colour.slice(1) : undefined;
  if (hex === undefined) return undefined;
  const [red = 0, green = 0, blue = 0] = linearOf(`#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`);
  return lchOf(red, green, blue);
}

/** Linear light of red, green and blue, 0–1. */
function linearOf(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = linearOf(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @see CSS Color 4, section 10.8, "Sample code for color conversions" */
function lchOf(red: number, green: number, blue: number): Lch {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: (Math.atan2(b, a) * 180) / Math.PI,
  };
}

/** The colour in sRGB, with less chroma where sRGB has no such colour. */
function hexOf({ lightness, chroma, hue }: Lch): string {
  let linear = linearRgb(lightness, chroma, hue);
  for (let less = chroma; less > 0 && linear.some((part) => part < -0.0005 || part > 1.0005); ) {
    less = Math.max(0, less - 0.002);
    linear = linearRgb(lightness, less, hue);
  }
  const parts = linear.map((part) => {
    const value = Math.min(1, Math.max(0, part));
    const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

function linearRgb(lightness: number, chroma: number, hue: number): number[] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}
