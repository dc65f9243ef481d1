import { agreementReport, agreementSteps } from '../../../src/core/annotations/agreement/agreementReport';
import type { LabelledArticle } from '../../../src/core/annotations/agreement/labelledArticle';
import type { Codebook } from '../../../src/core/annotations/codebook/codebook';
import { ArchiveIndex } from '../../../src/core/archive/archiveIndex';
import { ArticleTree } from '../../../src/core/archive/articleTree';
import { type Grouping, isProfileGrouping, placementOf } from '../../../src/core/archive/grouping';
import { profileTable } from '../../../src/core/archive/profileTable';
import { readDate } from '../../../src/core/article/articleDate';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import { readBody } from '../../../src/core/article/body/readBody';
import { findFrontMatter } from '../../../src/core/article/frontMatterBlock';
import { readFrontMatter } from '../../../src/core/article/readFrontMatter';
import { readImageAddress } from '../../../src/core/images/imageAddress';
import { troubledImages } from '../../../src/core/images/imageTrouble';
import { readSourceProfiles } from '../../../src/core/sources/sourceProfiles';
import { textChanges } from '../../../src/core/text/textChanges';
import { prepared } from '../../unit/preview/prepared';
import { articleOf } from '../checkText';
import { counter } from './counter';

/** What tests have counted. Takes and gives what goes from thread to thread. */
export const jobs = {
  readBody: (text: string) => readBody(text, 0, 'exact').images.length,
  prepare: (text: string) => prepared(text).html,
  readFrontMatter: (text: string) => readFrontMatter(text, findFrontMatter(text)).fault,
  findFrontMatter: (text: string) => findFrontMatter(text).kind,
  readDate: (text: string) => readDate(text, 'Asia/Shanghai')?.time,
  readImageAddress: (text: string) => readImageAddress(text).kind,
  troubledImages: (text: string) => troubledImages(articleOf(text, {})).length,
  textChanges: (before: string, after: string) => textChanges(before, after),
  agreement: (articles: readonly LabelledArticle[], codebook: Codebook) => agreementReport(articles, codebook).articles,
  /** The steps of each piece. */
  agreementPieces: (articles: readonly LabelledArticle[], codebook: Codebook) => {
    const pieces: number[] = [];
    counter.take();
    const steps = agreementSteps(articles, codebook);
    for (let isDone = false; !isDone; ) {
      isDone = steps.next().done ?? false;
      pieces.push(counter.take());
    }
    return pieces;
  },
  tree: (grouping: Grouping, entries: readonly ArticleEntry[], sources: Readonly<Record<string, object>>) => {
    const profiles = readSourceProfiles(JSON.stringify({ version: 1, sources })).sources;
    const table = isProfileGrouping(grouping) ? profileTable(grouping, profiles) : undefined;
    const { categories } = new ArchiveIndex().names;
    const context = { timeZone: 'UTC', sources: profiles.names, categories, ...(table && { profiles: table }) };
    const placement = placementOf(grouping, context);
    return new ArticleTree('root', { placement, order: 'newest', matches: () => true, isUnread: () => true }, entries)
      .size;
  },
};

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type Given<Name extends JobName> = Parameters<Jobs[Name]>;
export type Gives<Name extends JobName> = ReturnType<Jobs[Name]>;
