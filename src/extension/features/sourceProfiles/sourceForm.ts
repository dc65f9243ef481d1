import * as vscode from 'vscode';
import { sourcesPath } from '../../../core/config/archiveConfig';
import { withPart } from '../../../core/query/filter';
import { editProfile } from '../../../core/sources/profileEdit';
import { faultOfEdit } from '../../../core/sources/profileFaults';
import { readSourceProfiles } from '../../../core/sources/sourceProfiles';
import { errorText } from '../../../core/text/errorText';
import { faultMessage } from '../../../core/text/json/faultMessage';
import { faultPlace, placeOf } from '../../../core/text/json/jsonFault';
import { readFromSourceForm } from '../../../protocol/readSourceFormMessage';
import type { FromSourceForm, ProfileEdit, ToSourceForm } from '../../../protocol/sourceFormMessages';
import { articlesView } from '../../contributions';
import type { Services } from '../../services';
import { showError, showInformation } from '../../ui/notify';
import { SecureWebview } from '../../ui/secureWebview';
import { translate } from '../../ui/translate';
import { showAt, writeText } from '../../workspace/archives/textFile';
import type { PlacedSource } from '../../workspace/articleArguments';
import { sourceCounts } from '../../workspace/sources/sourceCounts';
import { annotateSource } from './annotateSource';
import { describeValueFault } from './describeValueFault';
import { shownSource } from './shownSource';
import { sourceFormWords } from './sourceFormWords';
import { sourcesText, textToEdit } from './sourcesText';

/** The form of one source beside the file it stands in: what changes in either shows in the other. */
export class SourceForm implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly placed: PlacedSource;
  readonly #services: Services;
  readonly #page: SecureWebview<FromSourceForm, ToSourceForm>;
  readonly #listening: vscode.Disposable;
  #articles: number | undefined;
  #version = 0;
  #editing: Promise<unknown> = Promise.resolve();

  constructor(panel: vscode.WebviewPanel, placed: PlacedSource, services: Services) {
    this.panel = panel;
    this.placed = placed;
    this.#services = services;
    const { archive } = placed;
    const show = (): void => void this.#show();
    this.#page = new SecureWebview(panel.webview, services.context.extensionUri, services.log, {
      name: 'sourceProfile',
      read: readFromSourceForm,
      onMessage: (message) => {
        this.#take(message).catch((error: unknown) => this.#tell(error));
      },
      strings: sourceFormWords(),
      // To be given back after a restart.
      first: () => [{ kind: 'keep', state: { source: placed.source.name, folder: archive.folder.uri.toString() } }],
    });
    this.#listening = vscode.Disposable.from(
      this.#page,
      archive.onDidChangeProfiles(show),
      archive.onDidReset(() => {
        this.#articles = undefined;
        show();
      }),
      services.annotations.onDidChange((change) => {
        if (change.archive === archive && change.articles.includes(undefined)) show();
      }),
    );
    this.#page.load({ title: placed.source.name });
  }

  dispose(): void {
    this.#listening.dispose();
  }

  async #take(message: FromSourceForm): Promise<void> {
    const { source } = this.placed;
    switch (message.kind) {
      case 'ready':
        return this.#show();
      case 'edit': {
        // One after the other: each is made in the text that the one before has left.
        const edited = this.#editing.then(() => this.#edit(message.id, message.edit));
        this.#editing = edited.catch(() => undefined);
        return edited;
      }
      case 'openJson':
        return this.#openJson();
      case 'openLink':
        if (/^https?:\/\//i.test(message.url)) await vscode.commands.executeCommand('vscode.open', message.url);
        return;
      case 'annotate':
        return annotateSource(this.placed, this.#services);
      case 'showArticles': {
        const { articlesState } = this.#services;
        articlesState.setFilter(withPart(articlesState.filter, 'sources', [source]));
        await vscode.commands.executeCommand(`${articlesView}.focus`);
        return;
      }
    }
  }

  async #show(): Promise<void> {
    const version = ++this.#version;
    try {
      const text = await this.placed.archive.sourceFile.readNow();
      // Asked again meanwhile: what is read then is newer.
      if (version !== this.#version) return;
      const { faults } = readSourceProfiles(text);
      const broken = faults.find(({ kind }) => kind === 'notJson');
      if (broken !== undefined) {
        const message = vscode.l10n.t(
          '{0} cannot be read. {1} Mend it, and the form goes on.',
          sourcesPath,
          translate(faultMessage(broken)),
        );
        this.#page.send({ kind: 'broken', message });
        return;
      }
      this.#articles ??= sourceCounts([this.placed.archive]).find(({ key }) => key === this.placed.source.key)?.count;
      const source = await shownSource(this.placed, text, this.#articles, this.#services);
      if (version === this.#version) this.#page.send({ kind: 'source', source });
    } catch (error) {
      this.#tell(error);
    }
  }

  async #edit(id: number, wanted: ProfileEdit): Promise<void> {
    let fault: string | undefined;
    try {
      fault = await this.#make(wanted);
      // What follows from it begins now, so that the form as it is then goes before the answer.
      await this.placed.archive.sourceFile.readNow();
    } catch (error) {
      this.#services.log.error(String(error));
      fault = errorText(error);
    }
    await this.#show();
    this.#page.send({ kind: 'done', id, ...(fault !== undefined && { fault }) });
  }

  /** The reason where it is not done. */
  async #make(wanted: ProfileEdit): Promise<string | undefined> {
    const { archive, source } = this.placed;
    const { t } = vscode.l10n;
    const edit = await this.#withRater(wanted);
    if (edit === undefined) return t('A rating needs the name of who rates.');
    const text = await textToEdit(archive);
    const { sources } = readSourceProfiles(text);
    const name = sources.byKey.get(source.key)?.name ?? source.name;
    const fault = faultOfEdit(edit, sources, name);
    if (fault !== undefined) return describeValueFault(fault);
    const changed = editProfile(text, name, edit);
    if (changed === undefined) {
      return t('The file has another text by now, or one that cannot be changed here. Look at it as JSON.');
    }
    if (changed === text) return undefined;
    switch (await writeText(archive.sourceFile.uri, text, changed)) {
      case 'saved':
      case 'unsaved':
        return undefined;
      case 'notSaved':
        return t('{0} could not be saved. The change stands in its editor: save it there.', sourcesPath);
      case 'notDone':
        return t('{0} could not be written. Is the folder writable?', sourcesPath);
    }
  }

  async #withRater(edit: ProfileEdit): Promise<ProfileEdit | undefined> {
    if (edit.kind !== 'rating') return edit;
    const rater = await this.#services.annotations.creator.ask(this.placed.archive.folder.uri);
    return rater === undefined ? undefined : { kind: 'rating', rating: { ...edit.rating, rater } };
  }

  async #openJson(): Promise<void> {
    const { archive, source } = this.placed;
    const text = await sourcesText(archive);
    if (text === undefined) {
      void showInformation(vscode.l10n.t('There is no {0} yet: the first change makes it.', sourcesPath));
      return;
    }
    const { sources, faults } = readSourceProfiles(text);
    const broken = faults.find(({ kind }) => kind === 'notJson');
    const name = sources.byKey.get(source.key)?.name;
    const place = broken
      ? faultPlace(text, broken)
      : placeOf(text, name === undefined ? ['sources'] : ['sources', name]);
    return showAt(archive.sourceFile.uri, place.start);
  }

  #tell(error: unknown): void {
    const reason = errorText(error);
    this.#services.log.error(reason);
    void showError(vscode.l10n.t('The source form could not do that: {0}', reason));
  }
}
