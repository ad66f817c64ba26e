import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../support/words';

export type RoleName = 'coordinator' | 'rapporteur' | 'registration' | 'read-only' | 'none';

/** Who works at the desks: the part of the set-up page, and the quick switch. */
export class OperatorsPages {
  readonly rows: Locator;
  readonly add: Locator;
  readonly introduce: Locator;
  readonly dialog: Locator;
  readonly quickSwitch: Locator;
  /** Why a page can be looked at only. */
  readonly lookOnly: Locator;
  private readonly yourName: Locator;

  constructor(
    private readonly page: Page,
    private readonly t: Words,
  ) {
    this.rows = page.getByRole('region', { name: t('operators:title') }).getByRole('row');
    this.add = page.getByRole('button', { name: t('operators:add'), exact: true });
    this.introduce = page.getByRole('button', { name: t('operators:introduce.button') });
    this.dialog = page.getByRole('dialog');
    this.quickSwitch = page.getByRole('dialog', { name: t('operators:switch.title') });
    const [look = ''] = t('operators:lookOnly.noRole').split(':').slice(1);
    this.lookOnly = page.getByRole('main').getByRole('status').filter({ hasText: look.trim() });
    this.yourName = page.getByRole('textbox', { name: t('operators:yourName') });
  }

  /** The line of an operator. */
  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  async nameYourself(name: string): Promise<void> {
    await this.yourName.fill(name);
    await this.yourName.press('Enter');
    await expect(this.row(name)).toBeVisible();
  }

  async introduceRoles(): Promise<void> {
    await this.introduce.click();
    const confirm = this.t('operators:introduce.confirm');
    await this.dialog.getByRole('button', { name: confirm }).click();
    await expect(this.introduce).toHaveCount(0);
  }

  /** A new operator; without roles, `role` is not asked. */
  async addOne(name: string, role?: RoleName): Promise<void> {
    await this.add.click();
    await this.dialog.getByRole('textbox', { name: this.t('operators:name') }).fill(name);
    if (role !== undefined) await this.chooseRole(role);
    const submit = this.t('operators:addSubmit');
    await this.dialog.getByRole('button', { name: submit, exact: true }).click();
    await expect(this.row(name)).toBeVisible();
  }

  /** Opens the panel in which one operator is changed. */
  async change(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: this.t('operators:changeOne', { name }), exact: true })
      .click();
    await this.dialog.waitFor();
  }

  async closePanel(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'detached' });
  }

  async rename(name: string): Promise<void> {
    const field = this.dialog.getByRole('textbox', { name: this.t('operators:name'), exact: true });
    await field.fill(name);
    await field.press('Enter');
    await expect(this.dialog.getByRole('heading', { name })).toBeVisible();
  }

  async setPin(pin: string): Promise<void> {
    for (const field of ['operators:pin.new', 'operators:pin.again']) {
      await this.dialog.getByLabel(this.t(field), { exact: true }).fill(pin);
    }
    await this.dialog.getByRole('button', { name: this.t('operators:pin.set') }).click();
    // From then on it can be changed.
    await this.dialog.getByRole('button', { name: this.t('operators:pin.change') }).waitFor();
  }

  async giveRole(role: RoleName): Promise<void> {
    await this.chooseRole(role);
    const save = this.dialog.getByRole('button', { name: this.t('operators:saveRole') });
    await save.click();
    await expect(save).toBeDisabled();
  }

  /** Somebody else takes over, by keyboard alone; ends where a PIN is asked, or with the work. */
  async switchTo(typed: string, pin?: string): Promise<void> {
    await this.page.keyboard.press('F8');
    await expect(this.quickSwitch.getByRole('combobox')).toBeFocused();
    await this.page.keyboard.type(typed);
    await expect(this.quickSwitch.getByRole('option')).toHaveCount(1);
    await this.page.keyboard.press('Enter');
    if (pin === undefined) return;
    await this.typePin(pin);
    await this.quickSwitch.waitFor({ state: 'detached' });
  }

  /** Types into the field for the PIN, which has the focus by itself. */
  async typePin(pin: string): Promise<void> {
    await expect(this.quickSwitch.locator('input:focus')).toHaveValue('');
    await this.page.keyboard.type(pin);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until the status line names who works here, and in which role. */
  async expectAtWork(name: string, role?: RoleName): Promise<void> {
    const who = role === undefined ? name : `${name} (${this.t(`operators:role.${role}`)})`;
    await expect(
      this.page.getByRole('contentinfo').getByRole('button', { name: who }),
    ).toBeVisible();
  }

  private async chooseRole(role: RoleName): Promise<void> {
    await this.dialog.getByRole('combobox', { name: this.t('operators:roleLabel') }).click();
    const name = this.t(`operators:role.${role}`);
    await this.page.getByRole('option', { name, exact: true }).click();
  }
}
