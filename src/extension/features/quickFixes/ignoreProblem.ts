import * as vscode from 'vscode';
import { ignoreInConfig } from '../../../core/config/ignoreInConfig';
import type { Services } from '../../services';
import { editConfig } from '../../workspace/problems/editConfig';

/** Accepts the problems that a rule finds in an article, by an entry in the archive's configuration. */
export async function ignoreProblem(article: unknown, rule: unknown, services: Services): Promise<void> {
  if (!(article instanceof vscode.Uri) || typeof rule !== 'string') return;
  const archive = services.archives.of(article);
  const path = archive?.articlePath(article);
  if (archive === undefined || path === undefined) return;
  await editConfig(archive, (text) => ignoreInConfig(text, rule, path), services);
}
