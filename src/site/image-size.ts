import { readFileSync } from 'node:fs';
import { imageSize } from 'image-size';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size of an image in pixels as a browser shows it, from its first bytes; nothing when they tell none. */
export function readImageSize(file: string): ImageSize | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(readFileSync(file));
    // From 5 on, a camera was held upright.
    const size = orientation < 5 ? { width, height } : { width: height, height: width };
    return { width: Math.round(size.width), height: Math.round(size.height) };
  } catch {
    return undefined;
  }
}
