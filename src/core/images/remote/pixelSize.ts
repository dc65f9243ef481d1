/** The dimensions of a picture, in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}
