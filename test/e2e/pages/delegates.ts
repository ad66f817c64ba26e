import type { Download, Locator, Page } from '@playwright/test';
import type { Words } from '../support/words';

export type Verdict = 'new' | 'changed' | 'same' | 'conflict' | 'error';

/** The nominations of a meeting, and a list on its way in. */
export class DelegatesPage {
  readonly heading: Locator;
  readonly importList: Locator;
  readonly rows: Locator;
  readonly filter: Locator;
  readonly panel: Locator;
  readonly imports: Locator;
  /** The import: choosing, columns, preview. */
  readonly drop: Locator;
  readonly check: Locator;
  readonly cancel: Locator;
  readonly back: Locator;
  readonly previewRows: Locator;
  readonly take: Locator;
  readonly leaveOut: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.heading = page.getByRole('heading', {
      level: 1,
      name: t('nominations:title'),
      exact: true,
    });
    this.importList = page.getByRole('button', { name: t('nominations:importList') });
    this.rows = page.getByRole('grid', { name: t('nominations:list') }).getByRole('row');
    this.filter = page.getByRole('textbox', { name: t('nominations:filter') });
    this.panel = page.getByRole('dialog');
    const imports = t('nominations:imports', { count: 1, number: '#' }).replace(/ ?\(#\)/, '');
    this.imports = page.getByRole('button', { name: new RegExp(`^${imports} \\(\\d+\\)$`) });
    this.drop = page.getByRole('group', { name: t('nominations:import.drop') });
    this.check = page.getByRole('button', { name: t('nominations:import.toPreview') });
    this.cancel = page.getByRole('button', { name: t('nominations:import.cancel') });
    this.back = page.getByRole('button', { name: t('nominations:import.back'), exact: true });
    this.previewRows = page
      .getByRole('grid', { name: t('nominations:import.rowsLabel') })
      .getByRole('row');
    // The button says how many, and in Russian declines the rows.
    const [takeWord = ''] = t('nominations:import.take', { count: 5, number: '#' }).split('#');
    this.take = page.getByRole('button', { name: new RegExp(`^${takeWord}\\d`) });
    // Rows have boxes, too. How the sentence goes on depends on how many they are.
    const [leaveOut = ''] = t('nominations:import.leaveOut', { count: 5, number: '#' }).split('#');
    this.leaveOut = page.getByRole('checkbox', { name: new RegExp(`^${leaveOut.trim()}`) });
  }

  /** Chooses a file by the button; ends when its columns or a refusal are shown. */
  async choose(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.drop.getByRole('button').click();
    await (await chooser).setFiles(file);
  }

  /** A whole list in, as guessed, up to its preview. */
  async preview(file: string): Promise<void> {
    await this.importList.click();
    await this.choose(file);
    await this.check.click();
    await this.verdicts.waitFor();
  }

  /** Makes the nomination sheet of one party, on the page where a list is chosen. */
  async makeSheet(party: string, language: string): Promise<Download> {
    const choose = async (label: string, option: string | RegExp): Promise<void> => {
      await this.page.getByRole('combobox', { name: label, exact: true }).click();
      await this.page.getByRole('option', { name: option }).click();
    };
    await choose(this.t('imports:sheets.party'), party);
    await choose(this.t('imports:sheets.language'), this.t(`domain:language.${language}`));
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: this.t('imports:sheets.make') }).click();
    return download;
  }

  /** What a column is taken over as. */
  meaningOf(letter: string, heading: string): Locator {
    return this.page.getByRole('combobox', {
      name: this.t('nominations:import.meaningOf', { letter, heading }),
      exact: true,
    });
  }

  async chooseMeaning(letter: string, heading: string, meaning: string): Promise<void> {
    await this.meaningOf(letter, heading).click();
    await this.page.getByRole('option', { name: meaning, exact: true }).click();
  }

  get verdicts(): Locator {
    return this.page.getByRole('group', { name: this.t('nominations:import.verdicts') });
  }

  /** The button that counts the rows of one verdict. */
  verdict(verdict: Verdict, count: number): Locator {
    const word = this.t(`nominations:import.verdictCount.${verdict}`);
    return this.verdicts.getByRole('button', { name: `${count} ${word}`, exact: true });
  }

  /** One row of the preview, by its row in the file. */
  previewRow(row: number): Locator {
    return this.previewRows.filter({
      has: this.page.getByRole('gridcell', { name: String(row), exact: true }),
    });
  }

  /** What is said of one row, beside the list. */
  rowDetail(row: number): Locator {
    return this.page.getByRole('complementary', {
      name: this.t('nominations:import.rowTitle', { row }),
    });
  }

  /** Shows only the nominations of one state, or all again. */
  async showState(state: string): Promise<void> {
    const name = new RegExp(`^[\\d\\s]+${this.t(`nominations:stateCount.${state}`)}$`);
    await this.page
      .getByRole('group', { name: this.t('nominations:counts') })
      .getByRole('button', { name })
      .click();
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  /** Records what happened to a nomination that is open beside the list. */
  async withdraw(): Promise<void> {
    const withdraw = this.panel.getByRole('button', { name: this.t('nominations:move.withdrawn') });
    await withdraw.click();
    await withdraw.click();
  }

  async closePanel(): Promise<void> {
    await this.panel.getByRole('button', { name: this.t('ui:close') }).click();
    await this.panel.waitFor({ state: 'hidden' });
  }

  /** Takes an import back by the list of imports. */
  async takeBack(file: string): Promise<void> {
    await this.imports.click();
    const entry = this.panel.getByRole('listitem').filter({ hasText: file });
    await entry.getByRole('button', { name: this.t('imports:takeBack.ask') }).click();
    const question = this.page.getByRole('dialog', { name: this.t('imports:takeBack.title') });
    await question.getByRole('button', { name: this.t('imports:takeBack.confirm') }).click();
    await question.waitFor({ state: 'hidden' });
  }
}
