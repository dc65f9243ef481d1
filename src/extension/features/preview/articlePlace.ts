import * as vscode from 'vscode';
import { SourceNames, type SourceResolver } from '../../../core/article/sourceNames';
import { readArchiveConfig } from '../../../core/config/archiveConfig';
import type { LocalFiles } from '../../../core/host/localFiles';
import type { PreparationOptions } from '../../../core/preview/preparationOptions';
import type { Archive } from '../../workspace/archives/archive';
import type { Archives } from '../../workspace/archives/archives';
import { pathBelow } from '../../workspace/archives/fileChanges';
import { WorkspaceLocalFiles } from '../../workspace/archives/workspaceLocalFiles';

/** Where an article stands, and by what it is read there. */
export interface ArticlePlace {
  readonly uri: vscode.Uri;
  /** The archive's folder; images are shown from nowhere else. */
  readonly root: vscode.Uri;
  /** Absent for a file that is in no folder of the workspace. */
  readonly archive?: Archive;
  readonly options: PreparationOptions;
  readonly localFiles: LocalFiles;
  readonly sources: SourceResolver;
  readonly timeZone: string;
}

export function placeOf(uri: vscode.Uri, archives: Archives): ArticlePlace {
  const archive = archives.of(uri);
  const path = archive && pathBelow(archive.folder.uri, uri);
  if (archive === undefined || path === undefined) return loosePlace(uri);
  const { localFiles, sources, timeZone } = archive;
  return {
    uri,
    root: archive.folder.uri,
    archive,
    options: { path, ...archive.checkSettings },
    localFiles,
    sources,
    timeZone,
  };
}

/** A file by itself: its folder stands for the archive. */
function loosePlace(uri: vscode.Uri): ArticlePlace {
  const root = vscode.Uri.joinPath(uri, '..');
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const { checks } = readArchiveConfig(undefined, timeZone).config;
  return {
    uri,
    root,
    options: { path: pathBelow(root, uri) ?? uri.path, ...checks },
    localFiles: new WorkspaceLocalFiles(root),
    sources: new SourceNames(),
    timeZone,
  };
}
