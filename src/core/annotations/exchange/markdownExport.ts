import type { AnchoredAnnotation } from '../anchorAnnotations';
import type { Codebook } from '../codebook/codebook';
import { subjectOf } from '../index/annotationRow';
import { threadsOf } from '../model/threads';
import { type ExportedArticle, labelName } from './exportedArticle';

/** A report for people to read: article by article, each passage as a quotation with what was said of it. */
export function* markdownExport(articles: readonly ExportedArticle[], codebook: Codebook): Generator<string, void> {
  for (const { path, title, source, annotations } of articles) {
    if (annotations.length === 0) continue;
    yield `## ${plain(title === '' ? path : title)}\n\n`;
    if (path !== '')
      yield `${[source, path]
        .filter((part) => part !== '')
        .map(plain)
        .join(' · ')}\n\n`;
    const byId = new Map(annotations.map((anchored) => [anchored.annotation.id, anchored]));
    const threads = threadsOf(annotations.map(({ annotation }) => annotation));
    const ordered = threads.toSorted(
      (one, other) => placeOf(byId, one.annotation.id) - placeOf(byId, other.annotation.id),
    );
    for (const { annotation, replies, isResolved } of ordered) {
      const subject = subjectOf(annotation);
      if (subject !== '') yield `${quoted(subject)}\n\n`;
      const state = byId.get(annotation.id)?.state === 'orphan' ? 'not found in the article' : '';
      const labels = annotation.labels.map(
        ({ label, value }) =>
          `**${plain(labelName(codebook, label))}**${value === undefined ? '' : `: ${plain(String(value))}`}`,
      );
      const facts = [...labels, said(annotation.creator, annotation.created), isResolved ? 'resolved' : '', state];
      yield `${facts.filter((fact) => fact !== '').join(' · ')}\n\n`;
      if (annotation.note !== '') yield `${plain(annotation.note)}\n\n`;
      for (const reply of replies) {
        if (reply.note !== '')
          yield `- ${said(reply.creator, reply.created)}: ${plain(reply.note).replaceAll('\n', '\n  ')}\n\n`;
      }
    }
  }
}

function placeOf(byId: ReadonlyMap<string, AnchoredAnnotation>, id: string): number {
  return byId.get(id)?.start ?? -1;
}

function said(creator: string, created: string): string {
  return [plain(creator), created.slice(0, 10)].filter((part) => part !== '').join(', ');
}

function quoted(text: string): string {
  return plain(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n>\n');
}

/** Text of strangers: nothing in it is to become mark-up. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(
      /^(\s*)([-+=]|\d+[.)])/gm,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
}
