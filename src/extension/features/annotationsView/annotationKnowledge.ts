import { type Codebook, labelOf } from '../../../core/annotations/codebook/codebook';
import type { Services } from '../../services';
import type { Archive } from '../../workspace/archives/archive';

/** What the rows of an archive's annotations are shown with. */
export interface ArchiveKnowledge {
  readonly archive: Archive;
  readonly codebook: Codebook;
  /** By which name the person annotates in it. */
  readonly me: string | undefined;
}

/** What has to be read before annotations can be shown: labels, and who the person is. */
export class AnnotationKnowledge {
  readonly #services: Pick<Services, 'annotations' | 'annotationTrees'>;
  readonly #known = new Map<Archive, ArchiveKnowledge>();

  constructor(services: Pick<Services, 'annotations' | 'annotationTrees'>) {
    this.#services = services;
  }

  /** Resolves to whether rows have to be shown anew because the person goes by another name now. */
  async load(): Promise<boolean> {
    const { annotations, annotationTrees } = this.#services;
    let isOther = false;
    for (const own of annotationTrees.shownAnnotations) {
      const { archive } = own;
      const [codebook, me] = await Promise.all([own.codebook(), annotations.creator.known(archive.folder.uri)]);
      isOther ||= this.#known.get(archive)?.me !== me;
      this.#known.set(archive, { archive, codebook, me });
    }
    return isOther;
  }

  of(archive: Archive | undefined): ArchiveKnowledge | undefined {
    return archive && this.#known.get(archive);
  }

  labelName(label: string): string {
    for (const { codebook } of this.#known.values()) {
      const known = labelOf(codebook, label);
      if (known !== undefined) return known.name;
    }
    return label;
  }
}
