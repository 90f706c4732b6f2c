/** A file that pages load. */
export interface Asset {
  /** Content-Type. */
  readonly type: string;
  /** Brotli-compressed before it was encoded. */
  readonly compressed: boolean;
  readonly base64: string;
}
