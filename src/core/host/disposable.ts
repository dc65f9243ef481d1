/** Something to let go of. VS Code's own disposables fit it. */
export interface Disposable {
  dispose(): void;
}
