import type { Page } from 'playwright-core';
import type { CodeServer, WorkbenchAddress } from './startServer';

/**
 * Shows the workbench in the page, with all folders of a workspace file. Until the connection to the server is up VS Code takes
 * such a file for what its cache says, which in a fresh profile is nothing; then it reads the file once, and sometimes that has
 * come to nothing: it showed no folder for as long as anybody waited, until the page was loaded again.
 */
export async function openAddress(page: Page, server: CodeServer, address: WorkbenchAddress): Promise<void> {
  await page.goto(server.address(address));
  if (!address.folder?.endsWith('.code-workspace')) return;
  const folders = page.locator('.explorer-folders-view .monaco-list-row').first();
  const none = page.locator('.part.sidebar .welcome-view-content').first();
  for (;;) {
    // However long the workbench takes to come up.
    await folders.or(none).first().waitFor();
    const came = await folders.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (came) return;
    await page.reload();
  }
}
